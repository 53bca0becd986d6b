#!/usr/bin/env python3
"""Brings about faults around the command: kills, full disks, locked folders, wrong clocks, four processes at once.

After each, a run gives the bytes of a run that nothing happened to, and no other file has changed.

usage: campaign.py TUNEBOOK [kill TIMES] [full] [readonly] [together] [clock]
"""

import sys

import clock
import full
import kill
import readonly
import together
from place import Place

PARTS = {"kill": kill.campaign, "full": full.campaign, "readonly": readonly.campaign,
         "together": together.campaign, "clock": clock.campaign}


def main(tunebook, *words):
    times = next((int(word) for word in words if word.isdigit()), 200)
    chosen = [word for word in words if not word.isdigit()] or list(PARTS)
    count = 0
    for name in chosen:
        # Kills need a run that takes some time.
        place = Place(tunebook, epochs=60, rows=2000) if name == "kill" else Place(tunebook)
        try:
            with place.going_on():
                print(f"{name}: {PARTS[name](place, times)}", flush=True)
            for failure in place.failures[:20]:
                print(f"{name}: FAILED: {failure}", flush=True)
            count += len(place.failures)
        finally:
            place.remove()
    if count:
        print(f"{count} failures")
    return 1 if count else 0


if __name__ == "__main__":
    if len(sys.argv) < 2 or any(word not in PARTS and not word.isdigit() for word in sys.argv[2:]):
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
