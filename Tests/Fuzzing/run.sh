#!/bin/bash
# Lets libFuzzer think of scenarios until one breaks what is promised of them, or the time is over.
# run.sh [SECONDS], one hour unless told. Ends with status 0 when nothing was found; what was found is kept and named.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-3600}
work=.build/fuzzing
# The backtracer would hang on to a process that was stopped on purpose.
export SWIFT_BACKTRACE=enable=no LONGAN_FUZZING=1

mkdir -p "$work/corpus" "$work/found"
swift build -c release --sanitize fuzzer --product fuzzing --scratch-path "$work/build" >"$work/build.log" 2>&1 ||
  { cat "$work/build.log"; exit 1; }

# To begin with: the shipped scenarios, and every key and word that a scenario may hold.
cp Scenarios/*.json5 "$work/corpus"
printf -- '--set labour.pickers={dist:"normal",mean:32000,sd:900}' >"$work/corpus/set-distribution"
printf -- '--set districts.li=null' >"$work/corpus/set-null"
printf -- '--set calendar.from=2564-02-28' >"$work/corpus/set-date"
{
  grep --no-filename --only-matching --extended-regexp '"[a-z_$][a-z0-9_-]*"' Sources/{SupplyChain,Experiments}/*/*.swift \
    Sources/ScenarioFile/Settings/DrawnNumber.swift | tr -d '"' | sort --unique | sed 's/.*/"&"/'
  printf '"%s"\n' '{' '}' '[' ']' '//' '/*' '*/' '\\u0e25' '\\ud83c' 'Infinity' 'NaN' '0x' '1e999' '--set ' 'rest' \
    'lib:lamphun' '2569-08-02' '\xef\xbb\xbf' '\xe0\xb9\x95'
} >"$work/words"

"$work/build/release/fuzzing" -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=1024 \
  -dict="$work/words" -artifact_prefix="$work/found/" -print_final_stats=1 "$work/corpus" 2>"$work/log" ||
  { tail -n 40 "$work/log"; exit 1; }
tail -n 12 "$work/log"
