#!/usr/bin/env python3
"""Scores of `analyze collocates` on the samples beside those of NLTK and SciPy. Exit 77: they are not installed.

usage: association.py ANALYZE

SPDX-License-Identifier: Apache-2.0
"""
import glob
import json
import math
import os
import subprocess
import sys

try:
    from nltk.metrics import BigramAssocMeasures
    from scipy.stats import chi2_contingency
except ImportError as missing:
    print(f"left out: {missing}; apt-get install python3-nltk python3-scipy")
    sys.exit(77)

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLES = sorted(glob.glob(os.path.join(HERE, "..", "..", "data", "samples", "*.txt")))


def theirs(row):
    """The scores that the two libraries give to a row's counts."""
    o, r1, c1, n = row["count"], row["near"], row["collocate_count"], row["n"]
    margins = (o, (r1, c1), n)
    words = (o, (row["node_count"], c1), n)
    table = [[o, r1 - o], [c1 - o, n - r1 - c1 + o]]
    scores = {
        "mi": BigramAssocMeasures.pmi(*margins),
        "t_score": BigramAssocMeasures.student_t(*margins),
        "dice": BigramAssocMeasures.dice(*words),
        "log_dice": 14 + math.log2(BigramAssocMeasures.dice(*words)),
    }
    if all(min(line) > 0 for line in table):  # NLTK adds a tiny number to empty cells
        scores["log_likelihood"] = BigramAssocMeasures.likelihood_ratio(*margins)
    scipys = chi2_contingency(table, correction=False, lambda_="log-likelihood")
    return scores, scipys[0], float(scipys[3][0][0])


def close(a, b):
    return math.isclose(a, b, rel_tol=1e-6, abs_tol=1e-6)


def main(program):
    checked = 0
    for arguments in (["--all"], ["--all", "--left", "0", "--right", "1"], ["the"], ["of", "--within", "section"]):
        run = subprocess.run([program, "collocates", *arguments, "-f", "jsonl", *SAMPLES], capture_output=True, text=True, check=True)
        for row in json.loads(run.stdout)["collocates"][::7]:
            scores, likelihood, expected = theirs(row)
            scores |= {"expected": expected}
            if not close(likelihood, row["log_likelihood"]):
                sys.exit(f"SciPy has G² {likelihood}: {row}")
            for name, score in scores.items():
                if not close(score, row[name]):
                    sys.exit(f"{name} is {score} elsewhere: {row}")
            checked += 1
    print(f"{checked} rows have the same scores")
    return 0 if checked > 1000 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
