#!/usr/bin/env python3
"""Whether the confidences of names are the shares that are right, on the part of own-news that no model learnt from or was fitted to.

usage: calibration.py ANALYZE

The part is every tenth item of data/training/train.txt; a name is right when span and type are. Prints ten bins of confidence (names, their mean
confidence, the share that is right) and the expected calibration error, and what `--min-confidence` keeps and how much of it is right.
Fails when the error is above MOST_ERROR, or when of the names with about 0.8 not about four in five are right.

SPDX-License-Identifier: Apache-2.0
"""
import json
import os
import re
import subprocess
import sys
import tempfile

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "data", "training", "train.txt")
MARK = re.compile(r"\[([A-Z_]+)\|([^\[\]|]+)\]")
MOST_ERROR = 2.5  # points


def items():
    """Bare text of each item with its names as (start, end, type) in bytes."""
    for item in re.split(r"^=== .*\n", open(DATA, encoding="utf-8").read(), flags=re.M)[1:]:
        text, names, at = "", set(), 0
        marked = item.strip("\n") + "\n"
        for mark in MARK.finditer(marked):
            text += marked[at : mark.start()]
            start = len(text.encode())
            text += mark[2]
            names.add((start, len(text.encode()), mark[1]))
            at = mark.end()
        yield text + marked[at:], names


def judged(analyze):
    """(confidence, right) of each name that is found."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        gold = {}
        for number, (text, names) in enumerate(items()):
            if number % 10 == 9:
                gold[f"{number:05}.txt"] = names
                open(os.path.join(folder, f"{number:05}.txt"), "w", encoding="utf-8").write(text)
        found = subprocess.run([analyze, "entities", "--types", "names", "-f", "jsonl", folder], check=True, capture_output=True)
        for line in found.stdout.splitlines():
            document = json.loads(line)
            names = gold[os.path.basename(document["file"])]
            for name in document["entities"]:
                rows.append((name["confidence"], (name["start"], name["end"], name["type"]) in names))
    return rows


def main():
    rows = judged(sys.argv[1])
    error = 0
    for number in range(10):
        part = [row for row in rows if min(9, int(row[0] * 10)) == number]
        if not part:
            continue
        confidence, right = (100 * sum(row[i] for row in part) / len(part) for i in (0, 1))
        error += abs(confidence - right) * len(part) / len(rows)
        print(f"{number / 10:.1f}  names {len(part):5}  confidence {confidence:5.1f}  right {right:5.1f}")
    print(f"{len(rows)} names, expected calibration error {error:.1f}")
    for least in (0.5, 0.8, 0.9):
        kept = [right for confidence, right in rows if confidence >= least]
        print(f"--min-confidence {least}: {100 * len(kept) / len(rows):.1f} of the names, {100 * sum(kept) / len(kept):.1f} right")
    near = [right for confidence, right in rows if 0.75 <= confidence < 0.85]
    bad = error > MOST_ERROR or abs(100 * sum(near) / len(near) - 80) > 8
    print(f"0.75 to 0.85: {100 * sum(near) / len(near):.1f} right of {len(near)}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
