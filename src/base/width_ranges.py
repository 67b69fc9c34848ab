#!/usr/bin/env python3
# Writes src/base/width_ranges.inc, the character ranges that display_width.cpp looks up.
# SPDX-License-Identifier: Apache-2.0
"""Usage: python3 src/base/width_ranges.py [UCD] > src/base/width_ranges.inc

UCD is a folder with the Unicode character database, by default that of Debian's package unicode-data
(15.0.0). Run it only to move to another version of Unicode; then clang-format the result.
"""

import sys
from pathlib import Path

UCD = Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode")


def members(file, *values):
    """The code points that `file` gives one of `values` in its second column."""
    found = set()
    for line in (UCD / file).read_text(encoding="utf-8").splitlines():
        fields = [field.strip() for field in line.split("#")[0].split(";")]
        if len(fields) > 1 and fields[1] in values:
            first, _, last = fields[0].partition("..")
            found.update(range(int(first, 16), int(last or first, 16) + 1))
    return found


emoji = members("emoji/emoji-data.txt", "Emoji")
regional = members("PropList.txt", "Regional_Indicator")  # two of them are one flag of two columns
wide = members("EastAsianWidth.txt", "W", "F") | members("emoji/emoji-data.txt", "Emoji_Presentation")
zero = members("extracted/DerivedGeneralCategory.txt", "Mn", "Me", "Cf")
zero |= members("HangulSyllableType.txt", "V", "T")  # they join the syllable's first letter
zero |= members("DerivedCoreProperties.txt", "Default_Ignorable_Code_Point")
zero -= members("PropList.txt", "Prepended_Concatenation_Mark")  # Arabic number signs: visible
zero -= {0xAD}  # the soft hyphen, which terminals show

print("// Character ranges for display_width, made by width_ranges.py from Unicode 15.0; do not edit.")
print("// SPDX-License-Identifier: Apache-2.0")
for name, chosen in (("kWide", wide - zero - regional), ("kZero", zero), ("kEmoji", emoji)):
    print(f"constexpr Range {name}[] = {{")
    ranges = []
    for c in sorted(chosen):
        if ranges and ranges[-1][1] == c - 1:
            ranges[-1][1] = c
        else:
            ranges.append([c, c])
    print(", ".join(f"{{0x{a:X}, 0x{b:X}}}" for a, b in ranges), "};")
