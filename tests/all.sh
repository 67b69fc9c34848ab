#!/usr/bin/env bash
# Every check of the project, from a clean checkout: all.sh [STAGE…] (default: all stages in order).
# SPDX-License-Identifier: Apache-2.0
#
# Stages: format layers neon release accuracy sanitize thread tidy fuzz. Each build has a folder of its own under build/.
set -eu
cd "$(dirname "$0")/.."
jobs=${JOBS:-$(nproc)}
export CTEST_OUTPUT_ON_FAILURE=1
generator=$(command -v ninja >/dev/null && echo Ninja || echo 'Unix Makefiles')

configure() {  # folder, options…
    local folder=build/$1
    shift
    cmake -S . -B "$folder" -G "$generator" -DANALYZE_WERROR=ON "$@" >"$folder.log" 2>&1 ||
        { cat "$folder.log"; return 1; }
}
build() {  # folder, targets…
    local folder=build/$1
    shift
    cmake --build "$folder" -j "$jobs" ${1:+--target "$@"} >"$folder.log" 2>&1 ||
        { grep -E -A6 'error|FAILED|warning' "$folder.log" | head -100; return 1; }
}

stage_format() {
    find src include tests \( -name '*.cpp' -o -name '*.hpp' \) -print0 |
        xargs -0 clang-format-14 --dry-run --Werror
}
stage_layers() { tests/layers.sh; }
stage_neon() {  # compiles for ARM what no test here runs (docs/contributing.md says how to run it), without packages for ARM
    local headers=build/neon
    mkdir -p "$headers/bits" "$headers/gnu"
    echo '#define __WORDSIZE 64' >"$headers/bits/wordsize.h"  # of this machine's C library: types as on any 64-bit CPU
    : >"$headers/gnu/stubs.h"
    find src -name '*_neon.cpp' -print0 | xargs -0 -n 1 clang++-14 --target=aarch64-linux-gnu -std=c++20 -Iinclude -I"$headers" \
        -nostdinc++ -isystem /usr/include/c++/12 -isystem /usr/include/x86_64-linux-gnu/c++/12 -isystem /usr/include/x86_64-linux-gnu \
        -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror -fsyntax-only
}
stage_release() {
    configure release -DANALYZE_BENCH=ON && build release
    ANALYZE_SLOW=1 ctest --test-dir build/release -j "$jobs" -LE accuracy
}
stage_accuracy() { ctest --test-dir build/release -j "$jobs" -L accuracy; }
checked() {  # AddressSanitizer, UBSan and libFuzzer in one build, for the whole suite and for fuzzing
    configure checked -DANALYZE_SANITIZE=ON -DANALYZE_FUZZ=ON -DCMAKE_CXX_COMPILER=clang++-14 \
        -DCMAKE_BUILD_TYPE=None -DCMAKE_CXX_FLAGS=-O1 && build checked
}
stage_sanitize() {
    checked
    ANALYZE_SLOW=1 TRAINER_RUNS=one ctest --test-dir build/checked -j "$jobs"  # the same bytes: the release stage
}
stage_thread() {
    configure thread -DANALYZE_SANITIZE=thread -DCMAKE_BUILD_TYPE=None -DCMAKE_CXX_FLAGS=-O1 \
        -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON && build thread  # sees what a source forgot to include
    # ThreadSanitizer holds a signal back until its thread waits: whether an interruption comes in time is chance under it
    ctest --test-dir build/thread -j "$jobs" -R 'pipeline|batch|threads' -E interrupt --no-tests=error
}
stage_tidy() {  # four sources read as one: what takes its time is the headers of others
    local folder=tidy-UnifiedSource  # by its name clang's analyser takes what is included for sources, not for headers
    configure "$folder" -DANALYZE_TESTS=OFF -DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=4 \
        -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON
    # the analyser's shallow mode: the sanitizers run what its deep one would guess at
    run-clang-tidy-14 -quiet -checks=-bugprone-suspicious-include -extra-arg=-Wno-unknown-warning-option \
        -extra-arg=-Xclang -extra-arg=-analyzer-config -extra-arg=-Xclang -extra-arg=mode=shallow \
        -j "$jobs" -p "build/$folder" '\.c(pp|xx)$' >"build/$folder.log" 2>&1 ||
        { grep -E -A4 'error:|warning:' "build/$folder.log" | head -100; return 1; }
}
stage_fuzz() {  # three at a time for each CPU, a minute each
    checked
    find build/checked/tests/fuzz -maxdepth 1 -type f -perm -u+x -name '*_fuzz' | sort |
        xargs -P $((3 * jobs)) -I{} tests/fuzz/run.sh "${FUZZ_SECONDS:-60}" {}
}

mkdir -p build
[ $# -gt 0 ] || set -- format layers neon release accuracy sanitize thread tidy fuzz
begun=$SECONDS
for stage in "$@"; do
    at=$SECONDS
    printf '== %s\n' "$stage"
    "stage_$stage"
    printf '== %s: passed, %d s\n' "$stage" $((SECONDS - at))
done
printf '== all stages passed, %d s\n' $((SECONDS - begun))
