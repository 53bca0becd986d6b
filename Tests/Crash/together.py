"""Four processes on one store, some of which are killed or empty it."""

import random
import signal
import time

from place import Failed


def campaign(place, times):
    moments = random.Random(3)
    rounds = max(5, times // 10)
    for number in range(rounds):
        if number % 3 == 0:
            place.reset()
        runs = [place.start("--quiet") for _ in range(4)]
        disturbed = None
        if number % 2:
            time.sleep(moments.random() * 0.2)
            disturbed = runs.pop()
            disturbed.send_signal(signal.SIGKILL)
            disturbed.wait()
        if number % 4 == 3:
            place.start(command="clean").wait()
        codes = [run.wait() for run in runs]
        if any(codes):
            raise Failed(f"round {number}: the processes ended with {codes}")
        place.demand_whole(f"round {number}")
        place.demand_clean(f"round {number}")
    return f"{rounds} rounds of four processes"
