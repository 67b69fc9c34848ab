#!/usr/bin/env python3
# Section structure of short texts in many genres: headings, false headings and kinds of lines against our own gold, with floors.
# SPDX-License-Identifier: Apache-2.0
"""usage: genres.py ANALYZE [--errors]

The texts stand in genres/, marked line by line (see the head of tuned.txt). A heading is right when its kind and words are."""
import collections
import itertools
import json
import os
import re
import subprocess
import sys
import tempfile

# title+heading F1 and lines of the right kind: floors; headings in documents without: a ceiling
LIMITS = {"tuned": (91.0, 56.8, 0.31), "kept": (89.0, 90.0, 0.70), "unread": (87.9, 59.3, 0.35)}
KINDS = {"L": ("list_item",), "Q": ("quote",), "V": ("verse",), "X": ("table",), "C": ("code", "quote"), "M": ("metadata",),
         "B": ("boilerplate", "paragraph", "metadata"), "K": ("caption", "paragraph"), "P": ("pullquote", "paragraph", "quote")}


def read_texts(path):
    texts = []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("=== "):
            texts.append({"name": line[4:], "lines": [], "end": "\n"})
        elif texts and line == "@crlf":
            texts[-1]["end"] = "\r\n"
        elif texts:
            mark = re.match(r"@([A-Z]\d?|p) (.*)$", line)
            texts[-1]["lines"].append(mark.groups() if mark else ("", line))
    for text in texts:
        while not text["lines"][-1][1].strip():
            text["lines"].pop()
    return texts


def words(line):
    """What a heading says, without label, signs and number."""
    line = re.sub(r"^Subject: ", "", " ".join(line.strip(" #=*").split())).rstrip(": ")
    return re.sub(r"^[\dIVXA-D]+(\.\d+)*\.?\s+", "", line)


def judge(part, program):
    texts = read_texts(os.path.join(os.path.dirname(os.path.abspath(__file__)), "genres", part + ".txt"))
    with tempfile.TemporaryDirectory() as scratch:
        for text in texts:
            text["data"] = (text["end"].join(line for _, line in text["lines"]) + text["end"]).encode()
            with open(f"{scratch}/{text['name']}", "wb") as out:
                out.write(text["data"])
        output = subprocess.run([program, "sections", "-f", "jsonl", *(text["name"] for text in texts)], cwd=scratch,
                                check=True, capture_output=True, text=True).stdout
    hits = gold_count = found_count = right = judged = bare = false = 0
    for text, result in zip(texts, map(json.loads, output.splitlines())):
        data, blocks = text["data"], result["blocks"]
        lines = [(mark, line) for mark, line in text["lines"] if mark[:1] in ("T", "H", "O")]
        joined = [(mark, " ".join(line for _, line in rows))
                  for mark, rows in itertools.groupby(text["lines"], key=lambda row: row[0]) if mark[:1] in ("T", "H", "O")]
        free = {words(line) for mark, line in lines + joined if mark == "O"}
        found = collections.Counter()
        for block in blocks:
            said = words(data[block["start"]:block["end"]].decode())
            if block["kind"] in ("title", "heading") and said not in free:
                found[block["kind"], said] += 1
        # Lines of one mark right below each other are one heading or several, as they were found.
        several = {words(line) for _, line in joined} - {words(line) for _, line in lines}
        heads = joined if several & {said for _, said in found} else lines
        gold = collections.Counter(("title" if mark == "T" else "heading", words(line)) for mark, line in heads if mark != "O")
        hits += sum((gold & found).values())
        gold_count += sum(gold.values())
        found_count += sum(found.values())
        if not any(kind == "heading" for kind, _ in gold):
            bare += 1
            false += sum(count for (kind, _), count in found.items() if kind == "heading")
        if "--errors" in sys.argv:
            for sign, rest in (("-", gold - found), ("+", found - gold)):
                for kind, said in rest:
                    print(f"{sign} {text['name']}: {kind} {said}")
        at = 0
        for mark, line in text["lines"]:
            size, begin = len(line.encode()), at + len(line.encode()) - len(line.encode().lstrip())
            if mark in KINDS:
                inside = [b["kind"] for b in blocks if b["start"] < at + size and b["end"] > begin]
                judged += 1
                right += bool(inside) and inside[0] in KINDS[mark]
            at += size + len(text["end"])
    f1, kinds, mean = 200 * hits / (gold_count + found_count), 100 * right / judged, false / bare
    print(f"{part}: {len(texts)} texts, title+heading F1 {f1:.1f}, lines of the right kind {kinds:.1f}, "
          f"headings in the {bare} texts without {mean:.2f}")
    least_f1, least_kinds, most_false = LIMITS[part]
    return f1 < least_f1 or kinds < least_kinds or mean > most_false


if __name__ == "__main__":
    sys.exit(any([judge(part, os.path.abspath(sys.argv[1])) for part in LIMITS]))
