"""Pages of notebooks and data that try to run, load or send something in the reader's browser."""

import pathlib
import struct
import subprocess
import sys

CORPUS = pathlib.Path(__file__).parent / "Hostile"
MARK = "ran=1"


def write_images(folder):
    """Two shapes and noise, in the format of MNIST."""
    count, side = 60, 6
    pixels = bytes((index * 37 + index // 36 % 3 * 90) % 256 for index in range(count * side * side))
    labels = bytes(index % 3 for index in range(count))
    (folder / "images.idx").write_bytes(struct.pack(">HBB3I", 0, 8, 3, count, side, side) + pixels)
    (folder / "labels.idx").write_bytes(struct.pack(">HBBI", 0, 8, 1, count) + labels)


def pages(tunebook, folder):
    """The corpus in both languages, rendered, and its index."""
    notebooks = folder / "notebooks"
    notebooks.mkdir()
    for path in CORPUS.iterdir():
        text = path.read_text()
        (notebooks / path.name).write_text(text)
        if path.suffix == ".md":
            (notebooks / f"{path.stem}.ja.md").write_text(text.replace("\nlang: en\n", "\nlang: ja\n"))
    # A name of a file may hold what no repository should.
    (notebooks / "\"><img src=x onerror=ran=1>'.md").write_text((CORPUS / "failed.md").read_text())
    write_images(notebooks)
    command = [tunebook.resolve(), "run", notebooks, "-o", folder / "pages", "--no-cache", "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True)
    found = sorted((folder / "pages").glob("*.html"))
    if done.returncode != 1 or len(found) != len(list(notebooks.glob("*.md"))) + 1:
        raise SystemExit(f"The corpus makes {len(found)} pages, with status {done.returncode}:\n{done.stderr}")
    return found


def all_shown(paths):
    """Whether what means harm is on every page, as text; else these pages would prove nothing."""
    counts = {path: path.read_text().split("tunebook-provenance")[0].count(MARK) for path in paths}
    silent = [path.name for path, count in counts.items() if count < 3]
    for name in silent:
        print(f"{name}: what means harm did not reach the page", file=sys.stderr)
    print(f"{sum(counts.values())} marks of harm on {len(counts)} pages")
    return not silent
