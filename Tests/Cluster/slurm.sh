#!/usr/bin/env bash
# A sweep on a real Slurm, started here on loopback: slurm.sh COMMAND. The page must have the bytes of a local run,
# also after tasks were killed and requeued, or found no machine for a while, and after jobs that render on their own.
set -euo pipefail
tunebook=$(realpath "$1")

skip() {
  echo "SKIPPED: $*"
  exit 0
}

if ! command -v sbatch munged slurmctld slurmd >/dev/null; then
  DEBIAN_FRONTEND=noninteractive $(command -v sudo) apt-get install -y -qq slurm-wlm munge >/dev/null 2>&1 ||
    skip "Slurm could not be installed"
fi

scratch=$(mktemp -d)
daemons=()
finish() {
  scancel --user="$(id -u)" 2>/dev/null || true
  for _ in $(seq 50); do [ -z "$(squeue --noheader 2>/dev/null)" ] && break; sleep 0.1; done
  for daemon in "${daemons[@]}"; do kill "$daemon" 2>/dev/null || true; done
  for daemon in "${daemons[@]}"; do wait "$daemon" 2>/dev/null || true; done
  rm -rf "$scratch"
}
trap finish EXIT

# Starts a daemon, whose output is kept.
start() {
  local name=$1
  shift
  "$@" >"$scratch/$name.out" 2>&1 &
  daemons+=($!)
}

mkdir "$scratch/state" "$scratch/spool" "$scratch/spool/n1" "$scratch/spool/n2"
head -c 64 /dev/urandom >"$scratch/munge.key"
chmod 600 "$scratch/munge.key"
host=$(hostname -s)
port=$((20000 + RANDOM % 10000))
cat >"$scratch/slurm.conf" <<CONF
ClusterName=loopback
SlurmctldHost=$host(127.0.0.1)
SlurmUser=$(id -un)
SlurmdUser=$(id -un)
AuthType=auth/munge
AuthInfo=socket=$scratch/munge.socket
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
SlurmctldPort=$port
StateSaveLocation=$scratch/state
SlurmdSpoolDir=$scratch/spool/%n
SlurmctldPidFile=$scratch/slurmctld.pid
SlurmdPidFile=$scratch/%n.pid
SlurmctldLogFile=$scratch/slurmctld.log
SlurmdLogFile=$scratch/%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=batch_sched_delay=0,sched_interval=1
ReturnToService=2
MaxArraySize=64
KillWait=2
MailProg=/bin/true
NodeName=n1 NodeHostname=$host NodeAddr=127.0.0.1 Port=$((port + 1)) CPUs=1 RealMemory=400
NodeName=n2 NodeHostname=$host NodeAddr=127.0.0.1 Port=$((port + 2)) CPUs=1 RealMemory=400
PartitionName=short Nodes=n1,n2 Default=YES MaxTime=10 State=UP
CONF
echo 'CgroupAutomount=no' >"$scratch/cgroup.conf"
export SLURM_CONF=$scratch/slurm.conf
export PATH=$PATH:/usr/sbin:/sbin

start munged munged --foreground --force --socket="$scratch/munge.socket" --key-file="$scratch/munge.key" \
  --log-file="$scratch/munged.log" --pid-file="$scratch/munged.pid" --seed-file="$scratch/munged.seed"
for _ in $(seq 50); do [ -S "$scratch/munge.socket" ] && break; sleep 0.1; done
start slurmctld slurmctld -D
start n1 slurmd -D -N n1
start n2 slurmd -D -N n2
ready() { [ "$(sinfo --noheader --format=%T 2>/dev/null)" = idle ]; }
for _ in $(seq 150); do ready && break; sleep 0.2; done
if ! ready; then
  tail -n 5 "$scratch"/*.out "$scratch"/*.log >&2
  skip "Slurm did not start"
fi

say() { echo "-- $* ($SECONDS s)"; }

# Says what Slurm and the tasks said before the test fails.
fail() {
  echo "FAILED: $*" >&2
  tail -n 20 "$scratch"/slurmctld.log "$scratch/notebooks"/.tunebook-slurm/*.log >&2 || true
  exit 1
}

mkdir "$scratch/notebooks"
cd "$scratch/notebooks"
export HOME=$scratch XDG_STATE_HOME=$scratch/keys XDG_CACHE_HOME=$scratch/cache TUNEBOOK_OFFLINE=1
cat >sweep.md <<'NOTEBOOK'
---
title: A sweep
---

```{load} digits
dataset: digits
scale: 1/255
limit: 600
validation: 200
test_limit: 100
```

```{model} net
params: {units: 8}
layers:
  - flatten
  - dense: {units: "${units}", activation: relu}
  - dense: {units: 10, activation: softmax}
```

```{fit} base
model: net
data: digits
validation_data: digits
optimizer: {sgd: {learning_rate: 0.1}}
metrics: [accuracy]
epochs: 3
seeds: 2
```

```{fit} more
from: base
weights: base
epochs: 2
seed: 5
```

```{sweep} search
fit: base
parameters:
  learning_rate: {min: 0.01, max: 100, distribution: log_uniform_values}
  units: [4, 16]
trials: 9
early_terminate: {hyperband: {min_epochs: 1, eta: 3}}
```

```{evaluate} report
fit: search.best
```

The best rate is {value}`search.best.config.learning_rate`.
NOTEBOOK

say "A local run"
"$tunebook" run sweep.md -o local --no-cache --quiet

# The options of each run on the cluster, which has its own folders of results and pages.
on_slurm() {
  local folder=$1
  shift
  "$tunebook" run sweep.md -o "$folder" --store "store-$folder" --on slurm --jobs 2 --slurm mem=200M \
    --slurm time=5 "$@"
}

same() { cmp "local/sweep.html" "$1/sweep.html" || fail "the page of $1 differs from that of a local run"; }

say "The same on two nodes, rung by rung"
on_slurm array --verify 20% || fail "a run on Slurm"
same array
on_slurm array 2>&1 | grep -q 'job ' && fail "what is stored was submitted again"

say "With tasks that are killed and requeued"
on_slurm killed --quiet &
run=$!
kills=0
while kill -0 $run 2>/dev/null; do
  if [ $kills -lt 3 ]; then
    for job in $(squeue --noheader --array --states=RUNNING --format=%A); do
      scancel --signal=KILL --full "$job" 2>/dev/null || true
      scontrol requeue "$job" 2>/dev/null || true
      kills=$((kills + 1))
    done
  fi
  # A requeued job would wait for two minutes.
  for job in $(squeue --noheader --array --states=PENDING --format='%A %r' | sed -n 's/ BeginTime$//p'); do
    scontrol update jobid="$job" starttime=now 2>/dev/null || true
  done
  sleep 0.3
done
[ $kills -gt 0 ] || fail "no task could be killed"
wait $run || fail "a run whose tasks were killed"
same killed

say "With tasks that find no machine until one is given back"
scontrol update nodename=n1,n2 state=drain reason=starved
on_slurm starved 2>"$scratch/starved.err" &
run=$!
for _ in $(seq 100); do
  grep -q 'waits\? in the queue' "$scratch/starved.err" && break
  sleep 0.2
done
grep 'waits\? in the queue' "$scratch/starved.err" || fail "the run does not say what its tasks wait for"
scontrol update nodename=n1,n2 state=resume
wait $run || fail "a run whose tasks had to wait"
same starved

say "More memory than any machine has is refused with Slurm's words"
on_slurm greedy --slurm mem=4G 2>"$scratch/greedy.err" && fail "4 GB were given"
grep -q 'TB-C-262' "$scratch/greedy.err" || fail "the refusal does not say why"

say "With jobs that go on alone"
on_slurm alone --detach
for _ in $(seq 400); do
  [ -f alone/sweep.html ] && [ -z "$(squeue --noheader)" ] && break
  sleep 0.3
done
[ -f alone/sweep.html ] || fail "the jobs rendered no page"
same alone

say "Jobs are ended with --cancel"
scontrol update partitionname=short state=down
on_slurm cancelled --detach
on_slurm cancelled --cancel
[ -z "$(squeue --noheader)" ] || fail "jobs are left"
echo "the pages have the same bytes"
