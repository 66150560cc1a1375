#!/bin/sh
# Runs TestU01 on the streams of Randomness, in every order a simulation may meet them.
# run.sh [small|crush]; small (default) takes some minutes, crush some twenty minutes for each of the twelve runs.
# TestU01 is libtestu01-0-dev of Debian's non-free component; nothing else is needed.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
battery=${1:-small}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
gcc -O2 -o "$work/battery" "$here/battery.c" -ltestu01 -ltestu01probdist -ltestu01mylib -lm
swift build -c release --package-path "$here" --scratch-path "$work/build" >"$work/log" 2>&1 || { cat "$work/log"; exit 1; }
bytes="$work/build/release/StreamBytes"
status=0
for layout in sequential interleaved personal replications purposes seeds; do
  for order in straight reversed; do
    echo "== $battery, $layout, $order"
    "$bytes" "$layout" | "$work/battery" "$battery" "$order" >"$work/report" || status=1
    grep -E '^battery:|eps' "$work/report" || true
  done
done
exit $status
