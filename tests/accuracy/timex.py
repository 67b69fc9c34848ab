#!/usr/bin/env python3
"""Floors for dates and numbers: `analyze entities` on the development part in ../shared/timex. Exit 77: not here.

SPDX-License-Identifier: Apache-2.0
"""
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
MODELS = {"NumberModel": (93.0, 92.0), "OrdinalModel": (94.0, 94.0), "PercentModel": (97.0, 94.0), "CurrencyModel": (96.0, 93.0),
          "DimensionModel": (93.0, 93.0), "DateTimeModel": (81.0, 71.0)}


MOST_LOST = 2.0  # of MEANTIME's value F1, where the program has to find the day


def entities(program, day, path):
    date = ["--date", day] if day else []
    run = subprocess.run([program, "entities", "-f", "jsonl", *date, path], capture_output=True, text=True)
    return json.loads(run.stdout.splitlines()[0])["entities"] if run.returncode == 0 and run.stdout else None


def scored(program, gold, given):
    """The rows of score.py by source, the day of each article given or not; None where a text failed."""
    kinds = {"DATE", "TIME", "DURATION", "SET"}
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as out:
        for line in open(gold, encoding="utf-8"):
            text = json.loads(line)
            found = entities(program, text["dct"] if given else None, os.path.join(TIMEX, text["file"]))
            if found is None:
                print("failed on", text["file"])
                return None
            out.write(json.dumps({"file": text["file"], "timex": [e for e in found if e["type"] in kinds]}) + "\n")
        out.flush()
        rows = subprocess.run([sys.executable, os.path.join(TIMEX, "score.py"), gold, out.name, "--by", "source"],
                              capture_output=True, text=True).stdout
    print("day given:" if given else "day found by the program:")
    print(rows)
    return rows


def figures_of(rows, source):
    """strict, relaxed, value F1"""
    row = next((r for r in rows.splitlines() if r.startswith(source)), "")
    figures = [float(x) for x in re.findall(r"(?<!\))(?: F1|value F1)\s+([\d.]+)", row)]
    return figures[0], figures[1], figures[3]


def main():
    program = sys.argv[1]
    gold = os.path.join(TIMEX, "gold.jsonl")
    if not os.path.exists(gold):
        print("skipped: no ../shared/timex")
        return 77
    helped = subprocess.run([program, "entities", "--help"], capture_output=True, text=True)
    if "--date" not in helped.stdout:
        print("skipped: `analyze entities` has no --date yet")
        return 77
    score, found = scored(program, gold, True), scored(program, gold, False)
    if score is None or found is None:
        return 1
    cases = subprocess.run([sys.executable, os.path.join(TIMEX, "score_cases.py"), program,
                            os.path.join(TIMEX, "recognizers_en.jsonl")], capture_output=True, text=True).stdout
    print(cases)
    bad = 0
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
