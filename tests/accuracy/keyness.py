#!/usr/bin/env python3
"""`analyze keyness` against computations of others: scipy's χ² and G², p-values and false discovery rate. Exit 77: no scipy here.

usage: keyness.py ANALYZE

The formulas are written here a second time only where scipy has none (%DIFF, log ratio, BIC). Tables are random, among them words
that one side lacks, and very large corpora.

SPDX-License-Identifier: Apache-2.0
"""
import csv
import math
import os
import random
import subprocess
import sys
import tempfile

try:
    from scipy.stats import chi2, chi2_contingency
except ImportError:
    print("left out: python3-scipy is not installed")
    sys.exit(77)


def profile(path, counts, words):
    with open(path, "w", encoding="utf-8") as out:
        out.write("# analyze.profile/1\n# definition.tokens: uax29\n# definition.hyphens: split\n# definition.possessives: strip\n"
                  "# definition.case: fold\n# documents: 1\n# words: %d\n# distinct_words: %d\nword\tcount\tdocuments\n" % (words, len(counts)))
        out.writelines("%s\t%d\t1\n" % row for row in counts.items())


def adjusted(values):
    """Benjamini & Hochberg's step-up procedure, by its definition and not by a running minimum."""
    ranked = sorted(values)
    scaled = [p * len(ranked) / (i + 1) for i, p in enumerate(ranked)]
    return {p: min([1.0] + scaled[ranked.index(p):]) for p in set(values)}


def near(what, word, found, expected, tolerance=1e-6):
    if abs(found - expected) > tolerance * max(1e-6, abs(expected)):
        sys.exit("%s of %s: %r, expected %r" % (what, word, found, expected))


def check(analyze, folder, rng, scale):
    words = ["w%d" % i for i in range(60)]
    here = {w: rng.randrange(1, scale) for w in words[:50]}
    there = {w: rng.randrange(1, scale) for w in words[10:]}
    c, d = sum(here.values()) + rng.randrange(scale), sum(there.values()) + rng.randrange(scale)
    paths = [os.path.join(folder, name) for name in ("here", "there")]
    profile(paths[0], here, c)
    profile(paths[1], there, d)
    rows = {}
    for cells in ("four", "two"):
        out = subprocess.run([analyze, "keyness", "-q", "-f", "tsv", "--cells", cells, paths[0], "--reference", paths[1]], check=True,
                             stdout=subprocess.PIPE, encoding="utf-8").stdout
        rows[cells] = list(csv.DictReader(out.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    ps = {}
    for row in rows["four"]:
        word = row["word"]
        a, b = here.get(word, 0), there.get(word, 0)
        assert (int(row["count"]), int(row["reference_count"])) == (a, b)
        table = [[a, b], [c - a, d - b]]
        g2, p, _, _ = chi2_contingency(table, correction=False, lambda_="log-likelihood")
        # scipy sums terms that are far larger than their sum: the error grows with the counts.
        near("G²", word, float(row["log_likelihood"]), g2, 1e-6 + 1e-15 * (c + d) / max(g2, 1e-6))
        near("p", word, float(row["p"]), chi2.sf(float(row["log_likelihood"]), 1), 1e-5)
        near("χ²", word, float(row["chi_squared"]), chi2_contingency(table, correction=True)[0])
        near("BIC", word, float(row["bic"]), float(row["log_likelihood"]) - math.log(c + d))
        near("log ratio", word, float(row["log_ratio"]), math.log2(max(a, 0.5) * d / (max(b, 0.5) * c)))
        if b:
            near("%DIFF", word, float(row["percent_difference"]), (a / c / (b / d) - 1) * 100, 1e-5)
            near("odds ratio", word, float(row["odds_ratio"]), a * (d - b) / (b * (c - a)))
        else:
            assert row["percent_difference"] == row["odds_ratio"] == ""
        assert row["direction"] == ("positive" if a * d > b * c else "negative")
        ps[word] = float(row["p"])
    # Words exactly as frequent on both sides are tested, but not listed.
    expected = adjusted(list(ps.values()) + [1.0] * (len(words) - len(ps)))
    for row in rows["four"]:
        near("adjusted p", row["word"], float(row["adjusted_p"]), expected[ps[row["word"]]])
    for row in rows["two"]:
        a, b = here.get(row["word"], 0), there.get(row["word"], 0)
        e = [c * (a + b) / (c + d), d * (a + b) / (c + d)]
        g2 = 2 * sum(o * math.log(o / x) for o, x in zip((a, b), e) if o)
        near("G² of two cells", row["word"], float(row["log_likelihood"]), g2, 1e-6 + 1e-15 * (c + d) / max(g2, 1e-6))
    return len(rows["four"])


def main(analyze):
    rng = random.Random(8)
    with tempfile.TemporaryDirectory() as folder:
        tables = sum(check(analyze, folder, rng, scale) for scale in (3, 10, 100, 10000, 10**7))
    print("%d tables agree" % tables)


main(sys.argv[1])
