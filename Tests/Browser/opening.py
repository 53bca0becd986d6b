"""What opening a page costs a browser; a record of the machine it runs on, and no check."""

import json
import statistics

ROUNDS = 9
# The work of the main thread that turns markup into a picture; parsing comes before it.
RENDERING = ("UpdateLayoutTree", "Layout", "PrePaint", "Paint")


def milliseconds(browser, page, shown=None):
    """
    Of rendering until the page is first seen, of rendering in all, and from its coming to its being seen; in a
    process that has shown nothing yet, or in place of another page, as by a link from it.
    """
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    try:
        tab = context.new_page()
        tab.goto(shown.resolve().as_uri() if shown else "about:blank")
        tab.wait_for_timeout(500)
        browser.start_tracing(page=tab, categories=["devtools.timeline", "loading"])
        tab.goto(page.resolve().as_uri())
        # Asked from here: the page's own policy lets no text be evaluated in it from a timer.
        while not tab.evaluate("performance.getEntriesByName('first-contentful-paint').length"):
            tab.wait_for_timeout(50)
        tab.wait_for_timeout(500)
        events = json.loads(browser.stop_tracing())["traceEvents"]
    finally:
        context.close()
    arrival = max(event["ts"] for event in events if event["name"] == "CommitLoad")
    seen = min(
        event["ts"] for event in events if event["name"] == "firstContentfulPaint" and event["ts"] > arrival)
    works = [event for event in events if event["name"] in RENDERING and event["ts"] > arrival]
    first = sum(work.get("dur", 0) for work in works if work["ts"] < seen)
    return [time / 1000 for time in (first, sum(work.get("dur", 0) for work in works), seen - arrival)]


def record(chromium, index, pages):
    """Prints the medians of some rounds, in which the pages take turns."""
    rounds = {(page, shown): [] for page in pages for shown in (index, None)}
    for _ in range(ROUNDS):
        for page, shown in rounds:
            rounds[page, shown].append(milliseconds(chromium.browser, page, shown))
    for page, shown in rounds:
        first, all_of_it, until_seen = map(statistics.median, zip(*rounds[page, shown]))
        way = f"from {shown.name}" if shown else "in a new process"
        print(
            f"{page.name}, {way}: {first:.0f} ms of rendering until it is first seen, {until_seen:.0f} ms after it"
            f" came; {all_of_it:.0f} ms of rendering in all")
