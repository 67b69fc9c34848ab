#!/usr/bin/env bash
# Runs one golden case: run.sh ANALYZE COMMAND/CASE; with UPDATE=1 it writes the expected file anew.
# SPDX-License-Identifier: Apache-2.0
#
# A case is a folder with `cmd` (lines of bash, run inside a copy of the folder with `analyze` on the PATH and
# $SAMPLES naming data/samples) and `expected`: standard output, then `--- stderr` and what came there, then
# `--- status N` when it is not 0. Where cmd begins with `# slow`, it runs only under ANALYZE_SLOW=1. A cmd that
# ends with status 77 could not be tried here.
set -u
here=$(cd "$(dirname "$0")" && pwd)
case_dir=$here/$2
if head -1 "$case_dir/cmd" | grep -q '^# slow' && [ "${ANALYZE_SLOW:-0}" != 1 ]; then
    echo "left out: it takes long; ANALYZE_SLOW=1 runs it"
    exit 77
fi
work=$(mktemp -d) && trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
cp -r "$case_dir" "$work/case" && mkdir "$work/bin" && ln -s "$1" "$work/bin/analyze"
ln -s "$here/../../data/samples" "$work/samples"
unset NO_COLOR ANALYZE_DATA COLUMNS
export SAMPLES=../samples PATH=$work/bin:$PATH LC_ALL=C TZ=UTC
cd "$work/case" || exit 2
rm -f expected
bash ./cmd >"$work/out" 2>"$work/err" </dev/null
status=$?
if [ $status -eq 77 ]; then
    cat "$work/err"
    exit 77
fi
{
    cat "$work/out"
    [ -s "$work/err" ] && echo '--- stderr' && cat "$work/err"
    [ $status -ne 0 ] && echo "--- status $status"
} >"$work/actual"
if [ "${UPDATE:-0}" = 1 ]; then
    cp "$work/actual" "$case_dir/expected"
else
    diff -u "$case_dir/expected" "$work/actual"
fi
