#!/usr/bin/env bash
# Times kwic beside grep on one file, in turn: kwic_bench.sh ANALYZE FILE [RUNS [WORD…]]; prints medians and ratios.
# SPDX-License-Identifier: Apache-2.0
#
# Processor time (user + system) of whole processes on one thread, the file in the page cache. Beside `grep -c -F` and
# `grep -c -i -w -F` (which finds whole words in either case, as kwic does), both in LC_ALL=C; grep only counts lines.
set -euo pipefail
analyze=$1 file=$2 runs=${3:-5}
shift $(($# < 3 ? $# : 3))
[ $# -gt 0 ] || set -- climate zebra president kiss 'united states' the
bytes=$(stat -c %s "$file")
export LC_ALL=C

out=$(mktemp) && trap 'rm -f "$out"' EXIT

seconds() {  # command…: user + system; not to /dev/null, for which grep would stop at the first line
    local TIMEFORMAT='%U %S'
    { time "$@" >"$out" 2>/dev/null || true; } 2>&1 | awk '{ print $1 + $2 }'
}
median() { sort -g | awk '{ x[NR] = $1 } END { print x[int((NR + 1) / 2)] }'; }

cat "$file" >/dev/null
printf '%-16s %9s %9s %9s %9s %9s %9s\n' word hits 'kwic s' GB/s 'grep -F' 'of grep' 'of grep -iw'
for word in "$@"; do
    kwic='' plain='' words=''
    for _ in $(seq "$runs"); do
        kwic+=$(seconds "$analyze" kwic -q -j 1 "$word" "$file")$'\n'
        plain+=$(seconds grep -c -F "$word" "$file")$'\n'
        words+=$(seconds grep -c -i -w -F "$word" "$file")$'\n'
    done
    hits=$("$analyze" kwic -q -j 1 "$word" "$file" | wc -l)
    k=$(median <<<"${kwic%$'\n'}") p=$(median <<<"${plain%$'\n'}") w=$(median <<<"${words%$'\n'}")
    awk -v word="$word" -v hits="$hits" -v k="$k" -v p="$p" -v w="$w" -v bytes="$bytes" 'BEGIN {
        printf "%-16s %9d %9.3f %9.2f %9.3f %9.2f %9.2f\n", word, hits, k, bytes / k / 1e9, p, k / p, k / w }'
done
