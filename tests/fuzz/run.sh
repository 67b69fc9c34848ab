#!/usr/bin/env bash
# Runs one fuzz target for some seconds on the seeds beside it: run.sh SECONDS TARGET.
# SPDX-License-Identifier: Apache-2.0
set -u
here=$(cd "$(dirname "$0")" && pwd)
target=$(realpath "$2")
name=$(basename "$target")
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
mkdir "$work/corpus"
seeds=("$here/../../data/samples")
[ -d "$here/seeds/$name" ] && seeds+=("$here/seeds/$name")
cd "$work" || exit 2
if "$target" -max_total_time="$1" -timeout=10 -rss_limit_mb=2048 -max_len=65536 -verbosity=0 -print_final_stats=1 \
    "$work/corpus" "${seeds[@]}" >"$work/log" 2>&1; then
    printf '%s: %s inputs\n' "$name" "$(sed -n 's/stat::number_of_executed_units: *//p' "$work/log")"
else
    tail -60 "$work/log"
    for crash in crash-* timeout-* oom-* leak-*; do
        [ -f "$crash" ] && printf '%s %s, base64:\n' "$name" "$crash" && base64 "$crash" | head -50
    done
    exit 1
fi
