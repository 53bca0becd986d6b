"""Says what a run of libFuzzer came to, in a line."""

import re
import sys

target, log = sys.argv[1:]
# Times are not in the log, so that the last gain is told by the number of inputs behind it.
pattern = re.compile(r"^#(\d+)\s+(\w+)\s+cov: (\d+) ft: (\d+) corp: (\d+)", re.MULTILINE)
text = open(log, errors="replace").read()
steps = [(int(number), event, int(cov), int(ft), int(corpus)) for number, event, cov, ft, corpus in pattern.findall(text)]
statistics = dict(re.findall(r"^stat::(\w+):\s+(\d+)", text, re.MULTILINE))
if not steps:
    print(f"{target:12} nothing was tried; the end of its log:\n{text[-2000:]}")
    sys.exit()
number, _, cov, ft, corpus = steps[-1]
tried = max(number, int(statistics.get("number_of_executed_units", 0)))
rate = max(1, int(statistics.get("average_exec_per_sec", 1)))
grew = [step for before, step in zip(steps, steps[1:]) if step[2] > before[2]]
last = grew[-1][0] if grew else 0
crashes = len(re.findall(r"^artifact_prefix=.*Test unit written to", text, re.MULTILINE))
print(
    f"{target:12} {tried:9} inputs, {rate}/s; cov {cov}, ft {ft}, corpus {corpus}; "
    f"last new coverage {max(0, tried - last) // rate} s before the end; {crashes} crashes", flush=True)
