#!/usr/bin/env bash
# Trains the small model from the project's own data twice (TRAINER_RUNS=one: once): the same bytes, and an F1
# above a floor.
# SPDX-License-Identifier: Apache-2.0
#
# entities_trainer.sh ANALYZE; analyze-train is built beside it.
set -eu
build=$(dirname "$1")
project=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
cmake --build "$build" --target analyze-train > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
# Every mark of the texts has a type and an end.
bad=$(sed -E 's/\[(PERSON|ORG|GPE|LOC|NORP|FAC|EVENT|PRODUCT|WORK_OF_ART|MISC)\|[^][|]+\]//g' "$project"/data/training/texts/*.txt |
    grep -vE '^=== [^|]+\|[^|]+\|' | grep -m 3 '[][|]') && { echo "marks that are none: $bad"; exit 1; }
# One file of the marked texts stands for all: they cost as much again as everything else.
mkdir -p "$work/data/training/texts"
ln -s "$project/data/names" "$work/data/names"
ln -s "$project"/data/training/*.txt "$work/data/training/"
ln -s "$project/data/training/texts/world.txt" "$work/data/training/texts/"
for run in ${TRAINER_RUNS:-one two}; do
    "$build/analyze-train" --own-only --data "$work/data" \
        --epochs 2 --choosing 1 --members 1 -o "$work/$run.bin" > "$work/$run.txt" 2> "$work/log" || { cat "$work/log"; exit 1; }
done
[ ! -e "$work/two.bin" ] || cmp "$work/one.bin" "$work/two.bin" || { echo "two runs give different models"; exit 1; }
cat "$work/one.txt"
f1=$(sed -nE 's/^own-news dev.*ten types P [0-9.]+ R [0-9.]+ F1 ([0-9.]+).*/\1/p' "$work/one.txt")
awk -v f1="$f1" 'BEGIN { exit !(f1 != "" && f1 + 0 >= 80.5) }' || { echo "F1 $f1 is below the floor"; exit 1; }
