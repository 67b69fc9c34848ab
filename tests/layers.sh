#!/usr/bin/env bash
# Checks the house rules that grep can check: layers by #include, first lines, file names, who may call what.
# SPDX-License-Identifier: Apache-2.0
set -u
cd "$(dirname "$0")/.." || exit 2
failures=0
fail() { printf '%s\n' "$1" >&2; failures=$((failures + 1)); }

# layer → the layers whose headers it may include
declare -A may=(
    [base]="base" [resources]="resources base" [text]="text resources base"
    [analysis]="analysis text resources base" [report]="report base"
    [commands]="commands report analysis text resources base"
    [training]="training analysis text resources base"
)
for layer in "${!may[@]}"; do
    while IFS=: read -r file line include; do
        target=${include#*analyze/} && target=${target%%/*}
        case " ${may[$layer]} " in *" $target "*) ;; *)
            fail "$file:$line: layer $layer must not include layer $target" ;;
        esac
    done < <(grep -rnE '#include "analyze/' "src/$layer" "include/analyze/$layer" 2>/dev/null)
done

# main includes commands alone; third-party headers stay in their layer
grep -HnE '#include "analyze/' src/main.cpp | grep -vE 'analyze/(commands|base)/' &&
    fail "src/main.cpp includes more than commands/ and base/"
grep -rlE '#include <CLI/' src include | grep -vE '^src/(commands|training)/' && fail "CLI11 outside src/commands and src/training"
grep -rlE '#include <unicode/' src include | grep -v '^src/text/' && fail "ICU outside src/text"
grep -rlE '#include <re2/' src include | grep -v '^src/text/' && fail "RE2 outside src/text"
grep -rlE '#include <libstemmer' src include | grep -v '^src/analysis/' && fail "libstemmer outside src/analysis"
grep -rlE '#include <rapidjson/' src include | grep -vE '^src/(report|training)/' &&
    fail "RapidJSON outside src/report and src/training"
grep -rlE '#include <archive' src include | grep -v '^src/base/' && fail "libarchive outside src/base"

# words that do not belong anywhere below main
grep -rnE '\b(setlocale|std::exit|quick_exit|shared_ptr)\b|[^_a-z.]exit\(' src include | grep -v 'src/main.cpp' |
    grep -vE '^[^:]+:[0-9]+: *(//|\*)' && fail "setlocale, exit or shared_ptr below main"
grep -rnE '(system_clock|std::time\(|gettimeofday)' src include && fail "the clock is consulted"

# the first line states the purpose, the second the licence
sources() { find src include tests \( -name '*.cpp' -o -name '*.hpp' -o -name '*.inc' -o -name '*.S' \) "$@"; }
while IFS= read -r file; do
    fail "$file: the licence is not its second line"
done < <(comm -23 <(sources -print | sort) \
    <(sources -exec awk 'FNR == 2 && $0 == "// SPDX-License-Identifier: Apache-2.0" {print FILENAME}' {} + | sort))

# a file name occurs once (a header and its source are one)
find src include tests -name '*.[ch]pp' -not -path 'tests/cases/*' -printf '%f\n' | sort | uniq -d |
    while IFS= read -r name; do echo "file name $name occurs twice"; done | { ! grep .; } ||
    fail "file names must be unique"

[ "$failures" -eq 0 ]
