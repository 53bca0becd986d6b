"""Keeps what a run of libFuzzer prints, and says in a line what the run came to.

usage: FUZZER… 2>&1 | summary.py TARGET LOG
"""

import re
import sys
import time

target, path = sys.argv[1:]
STEP = re.compile(r"^#(\d+)\s+(\w+)\s+cov: (\d+) ft: (\d+) corp: (\d+)")
start = last = time.monotonic()
inputs = cov = ft = corpus = crashes = 0
with open(path, "a", errors="replace") as log:
    for line in sys.stdin.buffer:
        text = line.decode(errors="replace")
        log.write(text)
        log.flush()
        if statistic := re.match(r"stat::number_of_executed_units:\s+(\d+)", text):
            inputs = int(statistic[1])
        crashes += "Test unit written to" in text
        if not (step := STEP.match(text)):
            continue
        inputs = int(step[1])
        if int(step[3]) > cov:
            last = time.monotonic()
        cov, ft, corpus = (int(step[number]) for number in (3, 4, 5))
end = time.monotonic()
print(
    f"{target:12} {inputs:9} inputs in {end - start:.0f} s; cov {cov}, ft {ft}, corpus {corpus}; "
    f"last new coverage {end - last:.0f} s before the end; {crashes} crashes", flush=True)
