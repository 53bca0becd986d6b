#!/usr/bin/env bash
# Kills a run at a random moment, again and again: the next run goes on from what was stored, and its page is, byte
# for byte, the page of a run that was never killed.
#
# usage: kill.sh TUNEBOOK TIMES
set -euo pipefail
tunebook=$(realpath "$1")
times=$2
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

awk 'BEGIN {
  srand(1)
  print "a,b,c,d,kind"
  for (row = 0; row < 3000; row++) {
    kind = row % 3
    printf "%.4f,%.4f,%.4f,%.4f,k%d\n", kind + rand(), rand(), rand() - kind, rand(), kind
  }
}' >table.csv
cat >book.md <<'NOTEBOOK'
```{load} table
dataset: {csv: {path: table.csv, label: kind}}
test_split: 0.2
```

```{model} net
layers:
  - dense: {units: 32, activation: tanh}
  - dense: {units: 3, activation: softmax}
```

```{fit} fast
model: net
data: table
optimizer: {sgd: {learning_rate: 0.1}}
metrics: [accuracy]
validation_data: table
epochs: 100
batch_size: 4
```

```{fit} slow
from: fast
optimizer: {sgd: {learning_rate: 0.01}}
```

```{evaluate}
fit: fast
```
NOTEBOOK

start=$(date +%s%N)
"$tunebook" run book.md -o clean --no-cache --quiet
whole=$((($(date +%s%N) - start) / 1000000))
resumed=0
for round in $(seq "$times"); do
  "$tunebook" clean >/dev/null
  "$tunebook" run book.md -o page --quiet 2>/dev/null &
  process=$!
  pause=$((RANDOM * whole / 32768))
  sleep "$(printf '%d.%03d' $((pause / 1000)) $((pause % 1000)))"
  kill -9 "$process" 2>/dev/null || true
  wait "$process" 2>/dev/null || true
  stored=$({ find .tunebook/fits -type f 2>/dev/null || true; } | wc -l)
  said=$("$tunebook" run book.md -o page 2>&1 | tail -n 1)
  cmp clean/book.html page/book.html
  if [ "$stored" -gt 0 ]; then
    grep -q "saved [0-9]* epochs\? and " <<<"$said" || { echo "round $round stored epochs, and they were not used: $said" >&2; exit 1; }
    resumed=$((resumed + 1))
  fi
done
[ "$resumed" -gt $((times / 4)) ] || { echo "only $resumed of $times runs had stored epochs when they were killed" >&2; exit 1; }
echo "killed $times runs; $resumed had stored epochs, and the next run went on from them to the same bytes"
