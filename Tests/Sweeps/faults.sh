#!/bin/bash
# What must not change a byte of a sweep's results, nor harm what is finished: workers, shares, kills, signals, a full
# disk, spoiled blocks, twins. The first argument is the program, the second how many moments it is killed at.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
program=$(realpath "$1")
kills=${2:-20}
work=$(mktemp -d)
mounted=
trap '[[ -z $mounted ]] || umount "$mounted"; rm -rf "$work"' EXIT
cd "$work"
cp "$here/sweep.json5" .

fail() { echo "FAILED: $*"; exit 1; }
now() { date +%s%N; }
# sweep STATUS ARGUMENT...: runs it and expects that status.
sweep() {
  local wanted=$1 status=0
  shift
  "$program" sweep sweep.json5 --no-progress "$@" >said 2>&1 || status=$?
  [[ $status == "$wanted" ]] || { cat said; fail "sweep $* ended with $status, not $wanted"; }
}
same() { cmp "$1/results.csv" good/results.csv || fail "$1 has other results"; }
# None where there is no folder yet: a kill may come before it.
blocks() { { find "$1/blocks" -name '*.part' 2>/dev/null || true; } | wc -l; }

sweep 0 -o good --jobs 1
all=$(blocks good)
echo "$all blocks, $(wc -l <good/results.csv) lines"
sweep 0 -o eight --jobs 8
same eight
for count in 1 3 7; do
  for ((shard = 0; shard < count; shard++)); do sweep 0 -o "shards-$count" --shard "$shard/$count" --jobs 1; done
  "$program" merge "shards-$count" 2>said || { cat said; fail "merge of $count"; }
  same "shards-$count"
done
echo 'workers and shares: the same bytes'

# Killed at moments spread evenly over the measured time: the shorter of two, should something have slowed one down.
took=
for run in 1 2; do
  started=$(now)
  sweep 0 -o "timed-$run" --jobs 2
  ended=$(now)
  if [[ -z $took ]] || (((ended - started) / 1000 < took)); then took=$(((ended - started) / 1000)); fi
done
partial=0
for ((moment = 1; moment <= kills; moment++)); do
  rm -rf out
  "$program" sweep sweep.json5 -o out --jobs 2 --no-progress >/dev/null 2>&1 &
  victim=$!
  sleep "$(printf '%d.%06d' $((took * moment / (kills + 1) / 1000000)) $((took * moment / (kills + 1) % 1000000)))"
  kill -9 $victim 2>/dev/null || true
  wait $victim 2>/dev/null || true
  there=$(blocks out)
  if ((there > 0 && there < all)); then partial=$((partial + 1)); fi
  mkdir -p before && rm -f before/* && find out/blocks -name '*.part' -exec cp --preserve {} before/ \; 2>/dev/null || true
  sweep 0 -o out --jobs 2
  same out
  # What was finished is not run again: the same file, not another with the same bytes.
  for block in before/*.part; do
    [[ -e $block ]] || continue
    [[ ! $block -nt out/blocks/${block##*/} && ! $block -ot out/blocks/${block##*/} ]] || fail "$block was run again"
  done
done
echo "killed $kills times: $partial of them left some blocks but not all"
# A quarter may fall before the first block or after the last one; of a few, one.
((partial + (kills < 4 ? 1 : kills / 4) >= kills)) || fail "too few kills fell into the work"

for signal in TERM:75 USR1:75 INT:130; do
  rm -rf out
  # A shell's children in the background ignore SIGINT unless they are told otherwise.
  env --default-signal=INT "$program" sweep sweep.json5 -o out --jobs 2 --no-progress >said 2>&1 &
  victim=$!
  sleep "$(printf '%d.%06d' $((took / 2 / 1000000)) $((took / 2 % 1000000)))"
  kill -"${signal%:*}" $victim
  status=0
  wait $victim || status=$?
  [[ $status == "${signal#*:}" ]] || { cat said; fail "SIG${signal%:*} ended it with $status"; }
  grep --quiet 'runs are saved in out/' said || fail "SIG${signal%:*} said nothing of what is saved"
  sweep 0 -o out
  same out
done
echo 'stopped by signals: the same bytes'

# Twins of one share, and of a whole sweep.
rm -rf out
for twin in 1 2 3; do
  "$program" sweep sweep.json5 -o out --shard 0/2 --jobs 1 --no-progress >"twin-$twin" 2>&1 &
done
for twin in 1 2 3; do wait -n || { cat twin-*; fail 'a twin ended badly'; }; done
sweep 0 -o out --shard 1/2
"$program" merge out 2>said || { cat said; fail 'merge of twins'; }
same out
echo 'twins: the same bytes'

# Spoiled blocks: cut, swapped, changed, of another plan, empty.
sweep 0 -o other --seed 7
last=$(printf '%06d' $((all - 1)))
head --bytes 700 good/blocks/000000.part >out/blocks/000000.part
cp good/blocks/000002.part out/blocks/000001.part
sed 's/ok/OK/' good/blocks/000002.part >out/blocks/000002.part
cp "other/blocks/$last.part" "out/blocks/$last.part"
: >out/blocks/000003.part
status=0
"$program" status out >said || status=$?
[[ $status == 4 ]] || fail "status of a spoiled folder ended with $status"
status=0
"$program" merge out 2>said || status=$?
[[ $status == 4 ]] || fail "merge of a spoiled folder ended with $status"
sweep 0 -o out
same out
echo 'spoiled blocks: run again'

if [[ $(id -u) == 0 ]] && mkdir full && mount -t tmpfs -o size=24m tmpfs full 2>/dev/null; then
  mounted=$work/full
  # Room at the beginning, that somebody else takes.
  "$program" sweep sweep.json5 -o full/out --jobs 2 --no-progress >said 2>&1 &
  victim=$!
  until (($(blocks full/out) > 1)); do sleep 0.05; done
  head --bytes 24M /dev/zero >full/ballast 2>/dev/null || true
  status=0
  wait $victim || status=$?
  [[ $status == 75 ]] || { cat said; fail "a full disk ended it with $status"; }
  # No room at the beginning.
  sweep 75 -o full/out
  rm full/ballast
  sweep 0 -o full/out
  same full/out
  mount -o remount,ro "$mounted"
  sweep 3 -o full/new
  umount "$mounted"
  mounted=
  echo 'full disk: the same bytes when there is room again'
else
  echo 'skipped: a full disk: only root can mount one'
fi

sweep 2 -o good --set supply.in_season_t=1000
sweep 2 -o good --set supply.offseason_share=0.2
sweep 2 -o good --axis supply.offseason_share=5..9/1
same good
"$program" status good >said || fail 'a refused request harmed what is there'
echo 'refused requests: nothing harmed'
