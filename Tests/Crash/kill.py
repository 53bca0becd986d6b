"""Kills at a random moment of running, of writing the page, of trimming and of cleaning, and at each call that changes the
disk."""

import os
import random
import signal
import time

from place import Failed, library


def campaign(place, times):
    moments = random.Random(2)
    start = time.monotonic()
    place.run(check=True)
    whole = time.monotonic() - start
    stored = place.run(check=True).text
    if "saved" not in stored:
        raise Failed(f"a second run uses nothing of the first: {stored}")
    resumed = 0
    for number in range(times):
        # While it trains and stores; while all is stored and the page is written; while what another notebook stored
        # is taken away for want of room; while the store is emptied.
        kind = ["run", "run", "page", "trim", "clean"][number % 5]
        if kind == "run":
            place.reset()
            process, span = place.start("--quiet"), whole
        elif kind == "page":
            process, span = place.start("--quiet"), whole / 6
        elif kind == "trim":
            place.store_another()
            process, span = place.start("--quiet", "--store-limit", "1kB"), whole / 6
        else:
            process, span = place.start(command="clean"), 0.1
        time.sleep(moments.random() * span)
        process.send_signal(signal.SIGKILL)
        process.wait()
        place.demand_whole(f"kill {number} of {kind}")
        place.demand_untouched(f"kill {number} of {kind}", may_leave_drafts=True)
        said = place.demand_clean(f"kill {number} of {kind}").text
        resumed += kind == "run" and " epochs and " in said
    if times >= 20 and resumed < times / 10:
        raise Failed(f"only {resumed} of {times} runs went on from stored epochs")
    return f"{times} kills at random moments, {resumed} runs went on from stored epochs; {at_each_call(place)}"


def at_each_call(place):
    """Kills in front of every call that changes the disk, of a shorter run and of cleaning."""
    library_path = library("faults", place.root)
    place.before = place.tree()
    (place.notes / "book.md").write_text((place.notes / "book.md").read_text().replace("epochs: 60", "epochs: 2"))
    place.reset()
    place.run(check=True)
    place.clean, place.weights = place.page, (place.notes / "weights.npz").read_bytes()
    place.before = place.tree()
    counts = []
    for command in ["run", "clean"]:
        number = 0
        while True:
            number += 1
            if command == "run":
                place.reset()
            log = place.home / ".cache" / "log"
            os.makedirs(log.parent, exist_ok=True)
            log.unlink(missing_ok=True)
            result = place.run(
                command=command, LD_PRELOAD=library_path, FAULT_AT=number, FAULT_HOW="KILL", FAULT_LOG=log)
            if not log.exists():
                break
            if result.returncode != -signal.SIGKILL:
                raise Failed(f"call {number} of {command}: exit {result.returncode}")
            what = f"killed at call {number} of {command}, {log.read_text().strip()}"
            with place.going_on():
                place.demand_whole(what)
                place.demand_untouched(what, may_leave_drafts=True)
                place.demand_clean(what)
        counts.append(f"{number - 1} calls of {command}")
    return "killed at each of " + " and ".join(counts)
