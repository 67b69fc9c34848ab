#!/usr/bin/env bash
# Scores the names that `analyze entities` finds in the dev parts of own-news (raw) and voa-news (tokens) against floors.
# SPDX-License-Identifier: Apache-2.0
#
# entities.sh ANALYZE; the corpora stand in ../shared/corpora beside the project, or where $ANALYZE_CORPORA says.
set -eu
analyze=$1
project=$(cd "$(dirname "$0")/../.." && pwd)
corpora=${ANALYZE_CORPORA:-$project/../shared/corpora}
[ -e "$corpora/score_raw.py" ] || { echo "no corpora at $corpora: skipped"; exit 77; }
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT

# at_least WHAT LINE FLOOR: the F1 over ten types in a line of the scorers
at_least() {
    local f1
    f1=$(printf '%s\n' "$2" | sed -nE 's/.*ten types P [0-9.]+ R [0-9.]+ F1 ([0-9.]+).*/\1/p')
    echo "$1: $2"
    awk -v f1="$f1" -v floor="$3" 'BEGIN { exit !(f1 != "" && f1 + 0 >= floor) }' ||
        { echo "$1: F1 $f1 is below the floor of $3"; failed=1; }
}
failed=0

mkdir "$work/texts"
python3 "$corpora/own-news/read.py" spans "$corpora/own-news/dev.txt" > "$work/gold.jsonl"
python3 "$corpora/own-news/read.py" text "$corpora/own-news/dev.txt" "$work/texts"
"$analyze" entities -f jsonl "$work/texts" > "$work/found.jsonl"
at_least own-news "$(python3 "$corpora/score_raw.py" "$work/gold.jsonl" "$work/found.jsonl" "$work/texts")" 84.5

"$analyze" entities --pretokenized -f conll "$corpora/voa-news/dev.iob2" > "$work/found.iob2"
at_least voa-news "$(python3 "$corpora/score_tokens.py" "$corpora/voa-news/dev.iob2" "$work/found.iob2")" 96.4
exit $failed
