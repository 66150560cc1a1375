#!/bin/bash
# Sweeps on engines that are there already: what they emit, run for real. Arguments: the program, then any of parallel,
# kubernetes, slurm. What cannot be tried here is said to be skipped.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
LONGAN=$(realpath "$1")
export LONGAN
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cp "$here/sweep.json5" .

fail() { echo "FAILED: $*"; exit 1; }
# None where there is no folder yet: a kill may come before it.
blocks() { { find "$1/blocks" -name '*.part' 2>/dev/null || true; } | wc -l; }
"$LONGAN" sweep sweep.json5 -o good --no-progress 2>said || { cat said; fail 'the local sweep'; }
same() { cmp "$1/results.csv" good/results.csv || fail "$1 has other results"; }

parallel_for_real() {
  if ! command -v parallel >/dev/null; then echo 'skipped: GNU Parallel is not installed'; return 0; fi
  "$LONGAN" emit parallel sweep.json5 -o out --shards 20 >job.sh
  # Killed half way with all that it has started, and started again.
  setsid sh job.sh >said 2>&1 &
  local victim=$!
  until (($(blocks out) >= 8)); do sleep 0.05; done
  kill -9 -- -"$victim" 2>/dev/null || true
  wait "$victim" 2>/dev/null || true
  local before
  before=$(blocks out)
  sh job.sh >said 2>&1 || { cat said; fail 'the second call'; }
  same out
  echo "GNU Parallel: killed with $before of $(blocks out) blocks, started again, the same bytes"
}

kubernetes_for_real() {
  local validate=${LONGAN_KUBERNETES_VALIDATE:-kubernetes-validate}
  if ! command -v "$validate" >/dev/null; then echo 'skipped: kubernetes-validate is not installed'; return 0; fi
  "$LONGAN" emit kubernetes sweep.json5 -o out --shards 20 >job.yaml
  "$validate" --strict job.yaml || fail 'the manifest'
  echo 'Kubernetes: the manifest is valid'
}

slurm_for_real() {
  if ! command -v sbatch >/dev/null || ! sinfo -h >/dev/null 2>&1; then echo 'skipped: no Slurm is up'; return 0; fi
  rm -rf out
  sed 's/"reps": 6/"reps": 18/' sweep.json5 >long.json5
  "$LONGAN" sweep long.json5 -o local --no-progress 2>said || { cat said; fail 'the local sweep'; }
  "$LONGAN" emit slurm long.json5 -o out --shards 20 >job.sh
  local job merge
  job=$(sbatch --parsable job.sh)
  until (($(blocks out) >= 4)); do sleep 0.2; done
  # A node is lost, a task is preempted, another is sent back.
  local lost task
  lost=$(squeue -h -j "$job" -t R -o '%N' | sort | head -n 1)
  if [[ -n ${LONGAN_SLURM_PIDS:-} && -n $lost ]]; then
    kill -9 "$(cat "$LONGAN_SLURM_PIDS/slurmd.$lost.pid")"
    scontrol update "nodename=$lost" state=down reason=lost
    echo "node $lost is lost"
  fi
  sbatch --parsable -p urgent --exclusive -o /dev/null --wrap 'sleep 3' >/dev/null 2>&1 && echo 'a task is preempted' || true
  sleep 1
  task=$(squeue -h -j "$job" -t R -o '%F_%K' | head -n 1)
  if [[ -n $task ]]; then scontrol requeue "$task" && echo "task $task is sent back"; fi
  merge=$(sbatch --parsable --dependency="afterany:$job" -o merge.log --wrap "$LONGAN merge out")
  until [[ -z $(squeue -h -j "$merge" 2>/dev/null) ]]; do sleep 1; done
  if ! [[ -e out/results.csv ]]; then
    local again
    again=$("$LONGAN" status out --shards 20 --json | sed 's/.*"shards":"\([^"]*\)".*/\1/') || true
    echo "shards to run again: $again"
    job=$(sbatch --parsable --array="$again" job.sh)
    until [[ -z $(squeue -h -j "$job" 2>/dev/null) ]]; do sleep 1; done
    "$LONGAN" merge out 2>said || { cat said longan-*.log; fail 'the merge'; }
  fi
  cmp out/results.csv local/results.csv || fail 'Slurm has other results'
  echo 'Slurm: the same bytes'
}

for engine in "$@"; do "${engine}_for_real"; done
