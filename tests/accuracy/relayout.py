#!/usr/bin/env python3
# Lays the texts of ../shared/structure out anew in styles that set does not have, with gold, to measure what the rules were not made on.
# SPDX-License-Identifier: Apache-2.0
"""usage: relayout.py ANALYZE [--report] [--tuning] [--write DIR]

Each text is taken once, from the variant that keeps most, stripped of its own layout, and laid out in a few styles chosen by a
hash of its name. The held-out part is a third of the texts, by the same hash, and has the styles of HELD_OUT besides, which the
tuning part lacks. --write keeps docs/ and gold.jsonl of both parts (score.py of the set reads them)."""
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import textwrap

sys.dont_write_bytecode = True
from structure import judge  # noqa: E402

# figure: (tuning floor, held-out floor); Pk, WD and false headings are ceilings
FLOORS = {"head": (97.2, 96.2), "heading": (96.9, 95.6), "tree_marked": (95.4, 94.2), "bytes": (99.0, 99.0)}
CEILINGS = {"Pk": (2.5, 3.6), "WD": (2.9, 4.0)}


PLAIN = ("bare", "under", "md", "mail", "wire", "tight", "nl", "seed", "colon")
HELD_OUT = ("latex", "frame", "gap_caps", "article_no", "leaflet", "hash_no")
NAMES = ["Ada Brandvik", "Jonas Weld", "Mirela Costin", "Tomas Ahlgren", "Priya Nandan", "Lena Hofstra"]
PLACES = [("HALMSTAD", "Halmstad"), ("PORT ELLERY", "Port Ellery"), ("GENEVA", "Geneva"), ("NAIROBI", "Nairobi")]
MONTHS = "January February March April May June July August September October November December".split()


def digest(*parts):
    return int(hashlib.sha256("|".join(parts).encode()).hexdigest(), 16)


def base_of(row):
    return os.path.basename(row["file"]).rsplit(".", 1)[0].split("--")[0]


def sources(folder):
    """base name -> (title, blocks); blocks are (kind, level, text)."""
    best = {}
    for line in open(os.path.join(folder, "gold.jsonl"), encoding="utf-8"):
        row = json.loads(line)
        if row["style"] in PLAIN:
            base = base_of(row)
            if base not in best or PLAIN.index(row["style"]) < PLAIN.index(best[base]["style"]):
                best[base] = row
    out = {}
    for base, row in sorted(best.items()):
        data = open(os.path.join(folder, row["file"]), "rb").read()
        title, blocks = None, []
        for b in row["blocks"]:
            kind, text = b["kind"], data[b["start"]:b["end"]].decode("utf-8")
            if kind in ("metadata", "boilerplate", "pullquote", "optional"):
                continue
            if kind == "title":
                title = " ".join(text.split())
                continue
            if kind == "heading":
                text = " ".join(text.split())
                if row["style"] == "colon":
                    text = text.rstrip(":")
            elif kind == "code" or kind == "table":
                text = "\n".join(l.rstrip() for l in text.replace("\r", "").split("\n"))
            elif kind == "verse":
                text = "\n".join(l.strip() for l in text.replace("\r", "").split("\n"))
            else:
                text = " ".join(re.sub(r"(?m)^>\s?", "", text).split())
                if kind == "list_item":
                    text = re.sub(r"^(?:[-*•–+o]|\d+[.)]|\(?[a-z][.)])\s+", "", text)
            if text:
                blocks.append([kind, b.get("src_level") or 1, text])
        words = sum(len(t.split()) for _, _, t in blocks)
        if blocks and words > 120:
            ranks = sorted({l for k, l, _ in blocks if k == "heading"})
            for b in blocks:
                if b[0] == "heading":
                    b[1] = ranks.index(b[1]) + 1
            out[base] = (title, blocks)
    return out


class Page:
    """Collects text and gold; offsets are bytes of UTF-8."""

    def __init__(self):
        self.parts, self.at, self.blocks = [], 0, []

    def raw(self, text):
        self.parts.append(text)
        self.at += len(text.encode("utf-8"))

    def block(self, kind, text, before="", after="", **more):
        """`before` and `after` are marks outside the span."""
        self.raw(before)
        start = self.at
        self.raw(text)
        lead = len(text.encode()) - len(text.lstrip().encode())
        item = {"kind": kind, "start": start + lead, "end": start + len(text.rstrip().encode())}
        for key, value in more.items():
            item[key] = [[start + a, start + b] for a, b in value] if key == "accept" else value
        self.blocks.append(item)
        self.raw(after)


def title_case(text):
    minor = {"a", "an", "and", "as", "at", "but", "by", "for", "in", "of", "on", "or", "the", "to", "with"}
    words = text.split(" ")
    return " ".join(w if i and w.lower() in minor else w[:1].upper() + w[1:] for i, w in enumerate(words))


def roman(n):
    out = ""
    for value, sign in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while n >= value:
            out, n = out + sign, n - value
    return out


def lay_out(style, base, title, blocks):
    """The styles as settings of one writer."""
    h = digest(base, style)
    pick = lambda items, salt: items[digest(base, style, salt) % len(items)]
    day, month, year = 1 + h % 28, MONTHS[h // 31 % 12], 2004 + h // 400 % 20
    iso = f"{year}-{MONTHS.index(month) + 1:02}-{day:02}"
    name = pick(NAMES, "name")
    page = Page()
    levels = len({l for k, l, _ in blocks if k == "heading"})
    marked = style in ("setext", "asciidoc", "org", "wiki", "latex", "html", "decimal_bare", "decimal_paren", "paged", "letters", "caps_title",
                       "frame") or levels < 2
    width = {"centred": 72, "man": 76, "paged": 72, "book": 66, "frame": 74, "gap_caps": 70, "tight_wrap": 78, "article_no": 80, "minutes": 72}.get(style, 0)
    indent = {"man": 7, "paged": 3, "centred": 0}.get(style, 0)
    blank = style not in ("nl_caps", "nl_title", "nl_number", "leaflet")
    sep = "\n\n" if blank else "\n"
    first = "    " if style == "book" else ""

    def prose(kind, text, hang="", start="", **more):
        pad = " " * indent
        if not width:
            page.block(kind, text, before=start, after=sep, **more)
            return
        lead = len(pad + first + start + hang)
        lines = textwrap.wrap("x" * lead + text, width, subsequent_indent=pad + " " * len(hang), break_long_words=False, break_on_hyphens=False)
        body = "\n".join([lines[0][lead:]] + lines[1:])
        page.block(kind, body, before=pad + first + start + hang, after="\n" if style == "book" else "\n\n", **more)

    # ---- head of the text
    title = title or "Untitled Notes"
    shown = title.upper() if style in ("nl_caps", "man", "gap_caps", "centred") else title
    if style == "setext":
        page.block("title", title, after="\n" + "=" * len(title) + "\n\n")
    elif style == "asciidoc":
        page.block("title", title, before="= ", after="\n")
        page.block("metadata", name, after="\n\n", key="author", value=name)
    elif style == "org":
        page.block("title", title, before="#+TITLE: ", after="\n")
        page.block("metadata", f"#+AUTHOR: {name}", after="\n", key="author", value=name)
        page.block("metadata", f"#+DATE: {iso}", after="\n\n", key="date", value=iso)
    elif style == "latex":
        page.block("title", title, before="\\title{", after="}\n\n")
    elif style == "html":
        page.block("title", title, before="<h1>", after="</h1>\n\n")
    elif style in ("bold", "stars", "wiki"):
        page.block("title", title, before="# " if style == "bold" else "", after="\n\n")
        if style != "wiki":
            mark = "*" if style == "stars" else ""
            page.block("metadata", f"By {name}, {day} {month} {year}" if mark else f"By {name} | {month} {day}, {year}",
                       before=mark, after=mark + "\n\n", key="byline", value=f"{name}|{iso}")
    elif style == "centred":
        if len(shown) <= 64:
            page.block("title", shown, before=" " * ((72 - len(shown)) // 2), after="\n\n")
            page.block("metadata", f"by {name}", before=" " * 29, after="\n\n\n", key="author", value=name)
    elif style == "scrape":
        for line in pick([["Skip to main content", "Home > News > Features", "Subscribe to our newsletter"],
                          ["Menu", "Sign in", "Home", "News", "Opinion", "Weather"],
                          ["We use cookies to improve your experience. By continuing you accept our cookie policy.", "Accept all", "Manage preferences"]], "nav"):
            page.block("boilerplate", line, after="\n\n")
        page.block("title", title, after="\n\n")
        page.block("metadata", f"By {name}", after="\n\n", key="author", value=name)
        page.block("metadata", f"{month} {day}, {year} at 9:{h % 50 + 10} a.m.", after="\n\n", key="date", value=iso)
        page.block("boilerplate", "Share on Facebook Share on Twitter", after="\n\n")
    elif style == "slug":
        page.block("metadata", f"BC-{title.split()[0].upper()}/{h % 800 + 100}", after="\n", key="other", value="")
        page.block("title", title, after="\n")
        page.block("metadata", f"By {name}", after="\n", key="author", value=name)
    elif style == "press":
        page.block("metadata", "FOR IMMEDIATE RELEASE", after="\n\n", key="other", value="")
        page.block("metadata", f"Contact: {name}, +1 555 01{h % 90 + 10}", after="\n\n", key="other", value="")
        page.block("title", title, after="\n\n")
    elif style == "leaflet":
        page.block("title", shown, after="\n")
        page.block("metadata", f"Text: {name}", after="\n", key="author", value=name)
    else:
        page.block("title", shown, after=sep if style != "nl_title" else "\n")
        if style in ("nl_title", "nl_number", "tight_long", "tight_wrap"):
            page.block("metadata", f"By {name}", after="\n", key="author", value=name)
            page.block("metadata", f"{day} {month} {year}", after=sep, key="date", value=iso)
    headings = [(l, t) for k, l, t in blocks if k == "heading"]
    if style == "toc" and len(headings) > 2:
        page.block("optional", "Contents", after="\n\n")
        for i, (l, t) in enumerate(headings):
            dots = " " + "." * max(3, 60 - len(t)) + f" {i * 2 + 1}" if h % 2 else ""
            page.block("optional", "  " * (l - 1) + t + dots, after="\n")
        page.raw("\n\n")

    # ---- body
    numbers, count, paragraphs, previous = [0] * 9, 0, 0, None
    page_lines = 0
    for kind, level, text in blocks:
        if previous == "list_item" and kind != "list_item" and blank and not page.parts[-1].endswith("\n\n"):
            page.raw("\n")
        if kind == "heading":
            numbers[level - 1] += 1
            numbers[level:] = [0] * (9 - level)
            count += 1
            gold = 1 if not marked else level
            more = {"level": gold, "src_level": level}
            caps, title_text = text.upper(), title_case(text)
            if previous not in (None, "heading") and style == "book":
                page.raw("\n")
            if style in ("gap", "gap_caps") and previous:
                page.raw("\n" * 2)
            if style == "setext":
                if level <= 2:
                    page.block(kind, text, after="\n" + "-~"[level - 1] * len(text) + "\n\n", **more)
                else:
                    page.block(kind, text, before="### ", after="\n\n", **more)
            elif style == "asciidoc":
                page.block(kind, text, before="=" * (level + 1) + " ", after="\n\n", **more)
            elif style == "org":
                page.block(kind, text, before="*" * level + " ", after="\n", **more)
            elif style == "wiki":
                page.block(kind, text, before="=" * (level + 1), after="=" * (level + 1) + "\n", **more)
            elif style == "latex":
                page.block(kind, text, before=["\\section{", "\\subsection{", "\\subsubsection{"][min(level, 3) - 1], after="}\n\n", **more)
            elif style == "html":
                page.block(kind, text, before=f"<h{level + 1}>", after=f"</h{level + 1}>\n\n", **more)
            elif style == "bold":
                page.block(kind, text, before="**", after="**\n\n", **more)
            elif style == "stars":
                page.block(kind, text, before="*** ", after=" ***\n\n", **more)
            elif style == "centred":
                page.block(kind, title_text, before=" " * max(0, (72 - len(text)) // 2), after="\n\n", **more)
            elif style in ("man", "gap_caps", "nl_caps", "caps_title"):
                shape = text if style == "caps_title" and level > 1 else caps
                page.block(kind, shape, after="\n" if style in ("man", "nl_caps") else "\n\n", **more)
            elif style in ("decimal_bare", "decimal_paren", "paged", "nl_number", "hash_no", "letters", "article_no", "romancolon", "step"):
                dotted = ".".join(str(n) for n in numbers[:level])
                number = {"decimal_bare": dotted + " ", "decimal_paren": (dotted + ") ") if level == 1 else dotted + " ", "paged": dotted + ".  " if level == 1 else dotted + "  ",
                          "nl_number": f"{count}. ", "hash_no": f"#{count}: ", "article_no": f"Article {count} - ", "romancolon": roman(count) + ": ",
                          "step": pick(["Step", "Tip", "Part", "Reason"], "noun") + f" {count}: ",
                          "letters": [chr(64 + min(numbers[0], 26)) + ". ", f"{numbers[1]}. ", chr(96 + min(max(numbers[2], 1), 26)) + ") "][min(level, 3) - 1]}[style]
                size = len(number.encode())
                page.block(kind, number + text, after=sep, accept=[[size, size + len(text.encode())]], **more)
            elif style == "frame":
                mark = "=-~"[min(level, 3) - 1]
                page.block(kind, text, before=mark * (len(text) + 4) + "\n  ", after="\n" + mark * (len(text) + 4) + "\n\n", **more)
            elif style in ("tight_long", "nl_title", "tight_wrap", "leaflet"):
                page.block(kind, title_text if style in ("nl_title", "tight_long") else text, after="\n", **more)
            else:
                page.block(kind, text, after="\n\n", **more)
        elif kind in ("code", "table"):
            lines = text.split("\n")
            pad = " " * (indent + (4 if kind == "code" else 0))
            page.block(kind, ("\n").join(l if i == 0 else (pad + l if l else l) for i, l in enumerate(lines)), before=pad, after=sep if style != "book" else "\n\n")
        elif kind == "verse":
            page.block(kind, ("\n    ").join(text.split("\n")), before="    ", after="\n\n")
        elif kind == "list_item":
            bullet = "• " if style in ("scrape", "leaflet", "press") else "- " if style in ("org", "setext") or h % 3 else "* "
            if style == "org":
                bullet = "- "
            pad = " " * indent
            if width:
                prose(kind, bullet + text, hang="")
                page.blocks[-1]["accept"] = [[page.blocks[-1]["start"] + 2, page.blocks[-1]["end"]]]
            else:
                page.block(kind, bullet + text, after="\n" if digest(base, "list") % 2 or not blank else "\n\n")
        else:
            if kind == "quote":
                if width:
                    prose("paragraph", text)
                else:
                    page.block("quote" if style != "nl_caps" else "quote", text, before="> ", after=sep)
                previous = kind
                continue
            if kind == "paragraph":
                paragraphs += 1
                if paragraphs == 1 and style in ("slug", "press") and previous is None:
                    caps, place = pick(PLACES, "place")
                    line = f"{caps}, {month} {day}, {year} --" if style == "press" else f"{caps} ({pick(['AP', 'Reuters'], 'agency')}) —"
                    page.block("metadata", line, after=" ", key="dateline", value=f"{place}|{MONTHS.index(month) + 1:02}-{day:02}|")
                if style == "transcript" and len(text.split()) > 14:
                    page.raw(name.split()[paragraphs % 2].upper() + ": ")
                    start = page.at
                if style == "scrape" and paragraphs % 6 == 3:
                    page.block("boilerplate", pick(["Advertisement", "ADVERTISEMENT", "Story continues below advertisement", "Read more: " + title], "ad"), after="\n\n")
                if style == "slug" and paragraphs == 5:
                    page.block("boilerplate", "(MORE)", after="\n\n")
            prose(kind, text)
            if style == "transcript" and len(text.split()) > 14 and kind == "paragraph":
                page.blocks[-1]["start"] -= len((name.split()[paragraphs % 2] + ": ").encode())
        if style == "paged":
            page_lines += 1
            if page_lines % 9 == 0:
                page.block("boilerplate", f"{name.split()[1]}{'Informational':>30}{'[Page ' + str(page_lines // 9) + ']':>30}", before="\n", after="\n\f\n")
                page.block("boilerplate", f"{title[:30]}{month + ' ' + str(year):>30}", after="\n\n\n")
        previous = kind
    # ---- foot of the text
    if style == "scrape":
        page.raw("\n")
        for line in ("Related Articles", "Share this story", "Sign up for our newsletter", f"© {year} The Ellery Post. All rights reserved."):
            page.block("boilerplate", line, after="\n\n")
    elif style == "slug":
        page.raw("\n")
        page.block("boilerplate", pick(["-30-", "###", "ENDS"], "end"), after="\n")
    elif style == "press":
        page.block("boilerplate", "###", after="\n")
    text = "".join(page.parts)
    blocks = page.blocks
    return text, blocks, marked


STYLES = ("setext", "asciidoc", "org", "wiki", "html", "bold", "stars", "centred", "man", "decimal_bare", "decimal_paren", "romancolon", "gap", "book", "nl_caps",
          "nl_title", "nl_number", "tight_long", "tight_wrap", "scrape", "slug", "press", "toc", "paged", "letters", "step", "transcript", "caps_title", "minutes")


def write(folder, out, part):
    """Writes docs/ and gold.jsonl of one part; returns the rows."""
    os.makedirs(os.path.join(out, "docs"), exist_ok=True)
    rows = []
    for base, (title, blocks) in sources(folder).items():
        aside = digest(base, "relayout") % 3 == 0
        order = sorted(STYLES, key=lambda s: digest(base, s, "order"))
        hidden = sorted(HELD_OUT, key=lambda s: digest(base, s, "order"))
        styles = (order[:4] + hidden[:2] if aside else []) if part == "held-out" else ([] if aside else order[:5])
        for style in styles:
            text, items, marked = lay_out(style, base, title, blocks)
            data = text.encode("utf-8")
            if digest(base, style, "crlf") % 5 == 0:  # CRLF shifts offsets: map them
                shift, k = [], 0
                for byte in data:
                    shift.append(len(shift) + k)
                    k += byte == 10
                for b in items:
                    b["accept"] = [[shift[x], shift[y - 1] + 1] for x, y in b.get("accept", [])]
                    b["start"], b["end"] = shift[b["start"]], shift[b["end"] - 1] + 1
                data = data.replace(b"\n", b"\r\n")
            path = f"docs/{base}--{style}.txt"
            with open(os.path.join(out, path), "wb") as file:
                file.write(data)
            rows.append({"file": path, "source": base.split("_")[0], "style": style, "levels_marked": marked, "blocks": items})
    with open(os.path.join(out, "gold.jsonl"), "w", encoding="utf-8") as gold:
        gold.writelines(json.dumps(row) + "\n" for row in rows)
    return rows


def main():
    program = os.path.abspath(sys.argv[1])
    folder = os.path.abspath(os.path.join(os.path.dirname(__file__), "../../../shared/structure"))
    if not os.path.exists(os.path.join(folder, "gold.jsonl")):
        print("skipped: no ../shared/structure beside the checkout")
        return 77
    keep = sys.argv[sys.argv.index("--write") + 1] if "--write" in sys.argv else None
    failures = 0
    for i, part in enumerate(("tuning",) if "--tuning" in sys.argv else ("tuning", "held-out")):
        with tempfile.TemporaryDirectory() as scratch:
            out = os.path.join(keep or scratch, part)
            rows = write(folder, out, part)
            output = subprocess.run([program, "sections", "-f", "jsonl", *(row["file"] for row in rows)], cwd=out,
                                    check=True, capture_output=True, text=True).stdout
            predictions = {row["file"]: row for row in map(json.loads, output.splitlines())}
            failures += judge(out, part, rows, predictions, {k: v[i] for k, v in FLOORS.items()},
                              {k: v[i] for k, v in CEILINGS.items()}, os.path.join(folder, "score.py"))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
