#!/usr/bin/env python3
"""Floors for dates and numbers: `analyze entities` on the development part in ../shared/timex. Exit 77: not here.

usage: timex.py ANALYZE [seen|aside]   with a part: only its figures, no floors. "aside" are three tenths of the texts and cases, by the
MD5 of their name or input, that nobody looks at while writing rules.

SPDX-License-Identifier: Apache-2.0
"""
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SHARED = os.environ.get("ANALYZE_SHARED", os.path.join(HERE, "..", "..", "..", "shared"))
TIMEX = os.path.join(SHARED, "timex")
# strict, relaxed, value F1 by source, the article's day given; span and value F1 by model
FLOORS = {"meantime": (89.0, 93.0, 84.0), "gum-dates": (73.0, 80.0, 69.0)}
MODELS = {"NumberModel": (97.0, 96.0), "OrdinalModel": (97.0, 97.0), "PercentModel": (97.0, 94.0), "CurrencyModel": (96.5, 93.0),
          "DimensionModel": (94.5, 94.5), "DateTimeModel": (86.0, 74.0)}
CLEAN = 82.0  # per cent of chrono's texts without dates in which nothing is found
CLEAN_REST = 95.0  # the same without those that are one of our expressions from end to end
TIMES = {"DATE", "TIME", "DURATION", "SET"}


MOST_LOST = 2.0  # of MEANTIME's value F1, where the program has to find the day


def entities(program, day, path):
    date = ["--date", day] if day else []
    run = subprocess.run([program, "entities", "-f", "jsonl", *date, path], capture_output=True, text=True)
    return json.loads(run.stdout.splitlines()[0])["entities"] if run.returncode == 0 and run.stdout else None


def scored(program, gold, given):
    """The rows of score.py by source, the day of each article given or not; None where a text failed."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for line in open(gold, encoding="utf-8"):
            text = json.loads(line)
            found = entities(program, text["dct"] if given else None, os.path.join(TIMEX, text["file"]))
            if found is None:
                print("failed on", text["file"])
                return None
            out.write(json.dumps({"file": text["file"], "timex": [e for e in found if e["type"] in TIMES]}) + "\n")
        out.flush()
        rows = subprocess.run([sys.executable, os.path.join(TIMEX, "score.py"), gold, out.name, "--by", "source"],
                              capture_output=True, text=True).stdout
    print("day given:" if given else "day found by the program:")
    print(rows)
    return rows


def is_aside(text):
    return int(hashlib.md5(text.encode("utf-8")).hexdigest(), 16) % 10 < 3


def part_of(path, part, key, out):
    """The lines of a file that belong to a part, written to `out`; without a part the path itself."""
    if part is None:
        return path
    with open(out, "w", encoding="utf-8") as file:
        file.writelines(line for line in open(path, encoding="utf-8") if is_aside(json.loads(line)[key]) == (part == "aside"))
    return out


def found_in(program, texts, day):
    """The times found in each of several short texts."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, f"{i:05}.txt") for i in range(len(texts))]
        for path, text in zip(paths, texts):
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(text)
        run = subprocess.run([program, "entities", "-f", "jsonl", "--date", day, "--files-from", "-"],
                             input="".join(path + "\n" for path in paths), capture_output=True, text=True)
        rows = [json.loads(line)["entities"] for line in run.stdout.splitlines()]
    return [[e for e in row if e["type"] in TIMES] for row in rows]


# texts of chrono's that hold "no date" by its convention alone, and are one of our expressions from end to end: a year or two; a count of
# units of time, also with ago, before, later or "from now"; a weekday; a day of a month that some year has
UNIT = r"(years?|months?|weeks?|days?|hours?|hrs?|h|minutes?|mins?|seconds?|secs?)"
MONTHS = "january february march april may june july august september october november december".split()
OURS = re.compile(rf"\d{{4}}( (to|-|–) \d{{4}})?|(an?|\d+) ?{UNIT}( \d+ ?{UNIT})*( (ago|before|later|from now))?"
                  r"|(mon|tues|wednes|thurs|fri|satur|sun)day", re.I)


def is_ours(text):
    text = text.strip().lower()
    day = re.fullmatch(rf"(\d+) ({'|'.join(MONTHS)})|({'|'.join(MONTHS)}) (\d+)", text)
    if day:
        month = day[2] or day[3]
        return 1 <= int(day[1] or day[4]) <= (29 if month == "february" else 30 if month in ("april", "june", "september", "november") else 31)
    return bool(OURS.fullmatch(text))


def clean_share(program, part):
    rows = [json.loads(line) for line in open(os.path.join(TIMEX, "chrono_en.jsonl"), encoding="utf-8")]
    texts = [r["input"] for r in rows if r.get("none") and part in (None, "aside" if is_aside(r["input"]) else "seen")]
    found = found_in(program, texts, "2012-08-10")
    clean = sum(not f for f in found)
    print(f"chrono: {clean} of {len(texts)} texts without dates stay clean, {100.0 * clean / len(texts):.1f} %")
    rest = [not f for t, f in zip(texts, found) if not is_ours(t)]
    print(f"chrono: {sum(rest)} of {len(rest)} that are no expression of ours stay clean, {100.0 * sum(rest) / len(rest):.1f} %")
    return 100.0 * clean / len(texts), 100.0 * sum(rest) / len(rest)


def duckling(program):
    def bare(text):
        return re.sub(r"^(the|on|in|at|of|for|by)\s+", "", text.strip().lower())

    texts = [json.loads(line)["input"] for line in open(os.path.join(TIMEX, "duckling_time_en.jsonl"), encoding="utf-8")]
    found = found_in(program, texts, "2013-02-12")
    some = sum(bool(f) for f in found)
    whole = sum(len(f) == 1 and bare(f[0]["text"]) == bare(t) for f, t in zip(found, texts))
    print(f"duckling: something is found in {some} of {len(texts)}, the whole of it in {whole}")


def figures_of(rows, source):
    """strict, relaxed, value F1"""
    row = next((r for r in rows.splitlines() if r.startswith(source)), "")
    figures = [float(x) for x in re.findall(r"(?<!\))(?: F1|value F1)\s+([\d.]+)", row)]
    return figures[0], figures[1], figures[3]


def main():
    program = sys.argv[1]
    part = sys.argv[2] if len(sys.argv) > 2 else None
    if not os.path.exists(os.path.join(TIMEX, "gold.jsonl")):
        print("skipped: no ../shared/timex")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        gold = part_of(os.path.join(TIMEX, "gold.jsonl"), part, "file", os.path.join(folder, "gold.jsonl"))
        suite = part_of(os.path.join(TIMEX, "recognizers_en.jsonl"), part, "input", os.path.join(folder, "suite.jsonl"))
        return measured(program, part, gold, suite)


def measured(program, part, gold, suite):
    score, found = scored(program, gold, True), scored(program, gold, False)
    if score is None or found is None:
        return 1
    cases = subprocess.run([sys.executable, os.path.join(TIMEX, "score_cases.py"), program, suite],
                           capture_output=True, text=True).stdout
    print(cases)
    clean, clean_rest = clean_share(program, part)
    duckling(program)
    if part is not None:
        return 0
    bad = 0
    if clean < CLEAN:
        bad += 1
        print(f"chrono: {clean:.1f} % are below {CLEAN}")
    if clean_rest < CLEAN_REST:
        bad += 1
        print(f"chrono: {clean_rest:.1f} % of the rest are below {CLEAN_REST}")
    for source, floors in FLOORS.items():
        for name, got, floor in zip(("strict", "relaxed", "value"), figures_of(score, source), floors):
            if got < floor:
                bad += 1
                print(f"{source}: {name} F1 {got} is below {floor}")
    lost = figures_of(score, "meantime")[2] - figures_of(found, "meantime")[2]
    if lost > MOST_LOST:
        bad += 1
        print(f"meantime: value F1 is {lost:.1f} lower where the day is not given")
    for model, floors in MODELS.items():
        row = next((r for r in cases.splitlines() if r.startswith(model)), "")
        figures = [float(x) for x in re.findall(r"F1\s+([\d.]+)", row)]
        for name, got, floor in zip(("span", "value"), figures, floors):
            if got < floor:
                bad += 1
                print(f"{model}: {name} F1 {got} is below {floor}")
    return 1 if bad else 0


sys.exit(main())
