"""Lets the clock of the day jump between and within runs."""

from place import demand_ended, library

YEAR = 365 * 86400


def campaign(place, _):
    clock = library("clock", place.root)
    place.before = place.tree()
    count = 0
    for shift in [-YEAR, 10 * YEAR, -60 * YEAR, 300 * YEAR]:
        for first in [1, 2, 5, 20, 100, 400]:
            for stored in [False, True]:
                if not stored:
                    place.reset()
                what = f"{shift} seconds from look {first} on{', with a store' if stored else ''}"
                result = place.run(LD_PRELOAD=clock, CLOCK_SHIFT=shift, CLOCK_FROM=first)
                demand_ended(result, what, codes=(0,))
                place.demand_whole(what)
                place.demand_clean(what)
                count += 1
    return f"{count} runs whose clock jumped"
