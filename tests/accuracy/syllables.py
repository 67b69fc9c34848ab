#!/usr/bin/env python3
"""Error of the syllable rules on the CMU Pronouncing Dictionary (Debian: festlex-cmu), and the program against these rules read anew.

usage: syllables.py ANALYZE

A second reading of data/syllables/en.txt counts the syllables of every word of the dictionary; `analyze stats` must count the same in texts of
these words. Without the dictionary (CMUDICT names the file, else where Debian puts it) only that is tried, on the samples, and the exit
status is 77. Words are weighted by a text collection where ../shared/text is there. Rules were tried on the words whose MD5 begins
with an even byte only; the others are the test.

SPDX-License-Identifier: Apache-2.0
"""
import collections
import glob
import hashlib
import json
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "..", "..", "data")
SHARED = os.environ.get("ANALYZE_SHARED", os.path.join(HERE, "..", "..", "..", "shared"))
CMUDICT = os.environ.get("CMUDICT", "/usr/share/festival/dicts/cmu/cmudict-0.4.out")
TEXTS = ["voa-tokenised.txt", "digitalgov.txt", "openstax-world-history.txt", "frus-history.txt"]
MOST_WRONG, MOST_WRONG_IN_TEXT = 6.2, 2.5  # per cent of the words of the test half; of its words in running text


def rules():
    found, words = [], {}
    for line in open(os.path.join(DATA, "syllables", "en.txt"), encoding="utf-8"):
        if line.startswith("#") or not line.strip():
            continue
        patterns, what = line.split()
        if what[0] == "=":
            words[patterns] = int(what[1:])
            continue
        for pattern in patterns.split(","):
            spelt = pattern.replace("^", r"\^").replace("$", r"\$").replace("V", "[aeiouy]").replace("C", "[b-df-hj-np-tv-xz]")
            found.append((re.compile("(?=" + spelt + ")"), int(what)))
    return found, words


RULES, WORDS = rules()


def syllables(word):
    if word in WORDS:
        return WORDS[word]
    change = sum(by * len(pattern.findall("^" + word + "$")) for pattern, by in RULES)
    return max(1, len(re.findall("[aeiouy]+", word)) + change)


def counted(program, words):
    """Syllables that the program counts in a text of these words."""
    text = "".join("The %s are here.\n\n" % " ".join(words[i:i + 50]) for i in range(0, len(words), 50))
    run = subprocess.run([program, "stats", "-f", "jsonl", "--possessives", "keep"], input=text, capture_output=True, text=True, check=True)
    result = json.loads(run.stdout)
    paragraphs = (len(words) + 49) // 50
    assert result["sentence_words"] == len(words) + 3 * paragraphs, "the text is not read as it was made"
    return result["syllables"] - 3 * paragraphs


def same(program, words):
    ours, theirs = sum(map(syllables, words)), counted(program, words)
    print("%d words: %d syllables by the rules read here, %d by the program" % (len(words), ours, theirs))
    return ours == theirs


def main():
    program = sys.argv[1]
    if not os.path.exists(CMUDICT):
        text = "".join(open(path, encoding="utf-8").read() for path in sorted(glob.glob(os.path.join(DATA, "samples", "*.txt"))))
        if not same(program, sorted(set(re.findall(r"\b[a-z]{2,}\b", text.lower())))):
            return 1
        print("no error measured: %s is not here (Debian: festlex-cmu)" % CMUDICT)
        return 77
    truth = collections.defaultdict(set)
    for line in open(CMUDICT, encoding="latin-1"):
        entry = re.match(r'^\("([a-z]+)" \S+ \((.*)\)\)$', line.strip())
        if entry:
            truth[entry[1]].add(len(re.findall(r"\([^()]*\) \d", entry[2])))
    times = collections.Counter()
    for name in TEXTS:
        path = os.path.join(SHARED, "text", name)
        if os.path.exists(path):
            times.update(re.findall(r"[a-z]+", open(path, encoding="utf-8", errors="replace").read().lower()))
    good = True
    for half in (0, 1):
        part = {word: known for word, known in truth.items() if hashlib.md5(word.encode()).digest()[0] & 1 == half}
        wrong = [word for word, known in part.items() if syllables(word) not in known]
        share = 100 * len(wrong) / len(part)
        print("%s half: %d words, %.2f %% wrong" % ("test" if half else "tried", len(part), share))
        good = good and (half == 0 or share <= MOST_WRONG)
        tokens = sum(times[word] for word in part)
        if tokens:
            in_text = 100 * sum(times[word] for word in wrong) / tokens
            nearest = sum(times[w] * min(known, key=lambda k, w=w: abs(k - syllables(w))) for w, known in part.items())
            found = sum(times[word] * syllables(word) for word in part)
            print("    in running text: %d words, %.2f %% wrong; sum of syllables %+.2f %%" % (tokens, in_text, 100 * (found / nearest - 1)))
            good = good and (half == 0 or in_text <= MOST_WRONG_IN_TEXT)
    return 0 if same(program, sorted(truth)) and good else 1


sys.exit(main())
