#!/usr/bin/env bash
# A cache of trainings on a real nginx with WebDAV, started here on loopback: cache.sh COMMAND. One machine fills it;
# another, with an empty store and another key, trains nothing, and its page has the bytes of a run without a cache.
set -euo pipefail
tunebook=$(realpath "$1")

skip() {
  echo "SKIPPED: $*"
  exit 0
}

export PATH=$PATH:/usr/sbin:/sbin
if ! command -v nginx >/dev/null; then
  # At this run level Debian does not start the service that it installs.
  RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive $(command -v sudo) apt-get install -y -qq --no-install-recommends nginx-light \
    >/dev/null 2>&1 || skip "nginx could not be installed"
fi

scratch=$(mktemp -d)
server=
finish() {
  [ -z "$server" ] || kill "$server" 2>/dev/null || true
  [ -z "$server" ] || wait "$server" 2>/dev/null || true
  rm -rf "$scratch"
}
trap finish EXIT

say() { echo "-- $* ($SECONDS s)"; }

# Says what the run and nginx said before the test fails.
fail() {
  echo "FAILED: $*" >&2
  tail -n 20 "$scratch"/*.err "$scratch"/nginx/*.log >&2 || true
  exit 1
}

port=$((20000 + RANDOM % 10000))
mkdir -p "$scratch/nginx/cache" "$scratch/nginx/uploads"
cat >"$scratch/nginx/nginx.conf" <<CONF
daemon off;
worker_processes 1;
pid $scratch/nginx/nginx.pid;
error_log $scratch/nginx/error.log;
$([ "$(id -u)" != 0 ] || echo 'user root;')
events { worker_connections 64; }
http {
  access_log $scratch/nginx/access.log;
  client_body_temp_path $scratch/nginx/uploads;
  proxy_temp_path $scratch/nginx/other;
  fastcgi_temp_path $scratch/nginx/other;
  uwsgi_temp_path $scratch/nginx/other;
  scgi_temp_path $scratch/nginx/other;
  client_max_body_size 1g;
  server {
    listen 127.0.0.1:$port;
    root $scratch/nginx/cache;
    location / {
      dav_methods PUT;
      create_full_put_path on;
    }
    location /read-only/ {
      alias $scratch/nginx/cache/;
    }
  }
}
CONF
url=http://127.0.0.1:$port
answers() { curl --silent --noproxy '*' --output /dev/null "$url/"; }
start() {
  nginx -c "$scratch/nginx/nginx.conf" -p "$scratch/nginx" 2>"$scratch/nginx/start.log" &
  server=$!
  for _ in $(seq 50); do answers && return; sleep 0.1; done
  fail "nginx did not start"
}
stop() {
  kill "$server"
  wait "$server" || true
  server=
}
requests() { grep -c "\"$1 " "$scratch/nginx/access.log" || true; }

cat >"$scratch/book.md" <<'NOTEBOOK'
---
title: A cache
---

```{load} points
dataset: {csv: {path: points.csv, label: ring}}
validation: 60
test_split: 0.25
```

```{model} net
params: {units: 8}
layers:
  - dense: {units: "${units}", activation: relu}
  - dense: {units: 3, activation: softmax}
```

```{fit} base
model: net
data: points
validation_data: points
optimizer: {adam: {learning_rate: 0.01}}
metrics: [accuracy]
epochs: 3
seeds: 2
```

```{fit} early
from: base
epochs: 30
seed: 5
early_stopping: {monitor: val_loss, min_delta: 1, restore_best_weights: true}
```

```{sweep} search
fit: base
parameters:
  learning_rate: {min: 0.001, max: 1, distribution: log_uniform_values}
  units: [4, 16]
trials: 9
early_terminate: {hyperband: {min_epochs: 1, eta: 3}}
```

```{evaluate} report
fit: search.best
```

The best rate is {value}`search.best.config.learning_rate`.
NOTEBOOK
awk 'BEGIN {
  print "x,y,ring"
  for (i = 0; i < 300; i++) print (1 + i % 3) * cos(i * i) "," (1 + i % 3) * sin(i * i) ",r" i % 3
}' >"$scratch/points.csv"
cd "$scratch"
unset TUNEBOOK_OFFLINE TUNEBOOK_STORE TUNEBOOK_STORE_KEY TUNEBOOK_CACHE
export HOME=$scratch XDG_CACHE_HOME=$scratch/downloads no_proxy=127.0.0.1

# Runs a command as a machine of its own, with its own store and key; what it says is kept.
on() {
  local machine=$1 command=$2
  shift 2
  [ "$command" != run ] || set -- -o "$machine" "$@"
  XDG_STATE_HOME=$scratch/keys-$machine "$tunebook" "$command" book.md --store "store-$machine" "$@" \
    2>"$machine.err" || fail "$command on $machine"
}
said() { grep -q "$2" "$1.err" || fail "$1 does not say: $2"; }
same() { cmp "clean/book.html" "$1/book.html" || fail "the page of $1 differs from that of a run without a cache"; }

say "A run without a cache"
on clean run

say "One machine fills the cache"
start
on first run --cache "$url" --cache-write
same first
count=$(find nginx/cache/ac -type f | wc -l)
[ "$count" -gt 15 ] && [ "$count" = "$(requests PUT)" ] || fail "there are $count trainings in the cache"
said first ", $count training runs put into the cache"
[ "$(requests GET)" -le 1 ] || fail "an untrusted cache was read"

say "Another one finds all of it there, trains nothing, and puts nothing there"
on second plan --cache "$url" --trust-cache >plan.txt
grep -q '  in the cache' plan.txt || fail "plan does not say what is in the cache"
on second run --cache "$url" --trust-cache --cache-write
same second
said second ", $count training runs from the cache →"
epochs=$(grep -o 'saved [0-9]* epochs' second.err)
[ "$count" = "$(requests PUT)" ] || fail "what the cache had was put there again"

say "Damaged trainings are said, and computed"
for object in $(find nginx/cache/ac -type f | sort | head -n 2); do
  printf 'x' | dd of="$object" bs=1 seek=400 conv=notrunc status=none
done
on third run --cache "$url" --trust-cache --cache-write
same third
said third 'TB-K-122'
said third ", $((count - 2)) training runs from the cache, 2 training runs put into the cache"
on fourth run --cache "$url" --trust-cache
same fourth
said fourth "$epochs.*, $count training runs from the cache →"

say "A server that takes nothing is said, and read all the same"
rm "$(find nginx/cache/ac -type f | sort | head -n 1)"
on fifth run --cache "$url/read-only" --trust-cache --cache-write
same fifth
said fifth 'answered 405 .TB-K-124'
said fifth ", $((count - 1)) training runs from the cache →"

say "A server that is down is said once"
stop
on second run
same second
said second "stored results $epochs and [^,]* →"
on sixth run --cache "$url" --trust-cache --cache-write
same sixth
[ "$(grep -c 'TB-K-121' sixth.err)" = 1 ] || fail "a cache that is down is not said once"
echo "the pages have the same bytes"
