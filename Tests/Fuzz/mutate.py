#!/usr/bin/env python3
"""Mutates whole notebooks and gives them to `tunebook check` and, where that finds nothing, to `tunebook run`.

Whatever stands in a notebook, the command ends by itself, in time, with an exit code of its own. Notebooks that it does not
so with are kept, to see it again.

usage: mutate.py TUNEBOOK COUNT [SEED]
"""

import os
import random
import re
import resource
import shutil
import struct
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SECONDS, BYTES = 20, 4 << 30
HOSTILE = [
    "", "null", "~", "-1", "0", "1e309", "-1e309", "1e-400", ".nan", "9223372036854775807", "-9223372036854775808",
    "99999999999999999999999", "0x7fffffffffffffff", "1/0", "true", "[]", "{}", "[[]]", "[null]", "{a: null}", "''",
    '"\\0"', '"\\x1b[2J"', '"\\u202e"', "&a [*a]", "!!python/object {}", "${rounds}", '"${${rounds}}"', "../../etc/passwd",
    "/dev/zero", "/proc/self/mem", ".", "|\n  x", ">-\n\n", "2024-01-01", "{value}`a.b`", "65536", "1000000", "yes", "%",
]
TOKEN = re.compile(rb"\w+|[^\w\s]|\s+")


def sources():
    """The notebooks of the project, on data of a few samples, and the examples of its README."""
    texts = [path.read_text() for path in sorted((ROOT / "Notebooks").glob("*.md"))]
    texts += [path.read_text() for path in sorted((ROOT / "Tests/Fuzz/corpus/run").iterdir())]
    readme = (ROOT / "README.md").read_text()
    texts += [body.strip("\n") + "\n" for body in re.findall(r"^````markdown\n(.*?)^````$", readme, re.M | re.S)]
    small = "dataset: {idx: {images: images.idx, labels: labels.idx, test_images: images.idx, test_labels: labels.idx}}"
    return [
        re.sub(r"epochs: \d+", "epochs: 2", re.sub(r"^dataset: (mnist|digits).*$|^fallback:.*\n", lambda match:
               small if "dataset" in match[0] else "", text, flags=re.M)).encode() for text in texts]


def mutated(text, texts, chance):
    """Half of them differ in one value or number, so that many are sound and run."""
    if chance.random() < 0.5:
        return chance.choice([number_changed, value_exchanged])(text, texts, chance)
    for _ in range(chance.choice([1, 1, 2, 3, 5])):
        text = chance.choice([bytes_changed, lines_changed, tokens_changed, value_replaced, value_replaced, spliced])(
            text, texts, chance)
    return text[:1 << 18]


def bytes_changed(text, _, chance):
    place = chance.randrange(len(text) + 1)
    new = chance.choice([b"", bytes([chance.randrange(256)]), b"\0", b"\xff", b"`", b"$", b"{", b"\xe2\x80\xae", b"\r"])
    return text[:place] + new * chance.choice([1, 1, 3, 200]) + text[place + chance.choice([0, 1, 10]):]


def lines_changed(text, _, chance):
    lines = text.splitlines(True) or [b""]
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    kind = chance.randrange(4)
    if kind == 0:
        del lines[one]
    elif kind == 1:
        lines.insert(one, lines[other])
    elif kind == 2:
        lines[one], lines[other] = lines[other], lines[one]
    else:
        lines[one:one] = [lines[other]] * chance.choice([2, 10, 100])
    return b"".join(lines)


def tokens_changed(text, _, chance):
    tokens = TOKEN.findall(text) or [b""]
    one, other = chance.randrange(len(tokens)), chance.randrange(len(tokens))
    tokens[one] = chance.choice([b"", tokens[other], tokens[one] * 2, tokens[one] + b" " + tokens[other]])
    return b"".join(tokens)


def value_replaced(text, _, chance):
    values = list(re.finditer(rb"(?<=: )[^\n,{}\[\]]+|\{[^{}\n]*\}|\[[^\[\]\n]*\]", text))
    if not values:
        return text
    value = chance.choice(values)
    return text[:value.start()] + chance.choice(HOSTILE).encode() + text[value.end():]


def number_changed(text, _, chance):
    numbers = list(re.finditer(rb"(?<![\w.-])\d+(\.\d+)?(?![\w.])", text))
    if not numbers:
        return text
    number = chance.choice(numbers)
    new = chance.choice([b"0", b"1", b"2", b"3", b"7", b"10", b"28", b"100", b"0.5", b"1e-3", b"1e9", b"-1", b"50%"])
    return text[:number.start()] + new + text[number.end():]


def value_exchanged(text, texts, chance):
    """One value for another that stands behind the same key."""
    pattern = rb"(\w+): ([^\n,{}\[\]]+)"
    value = chance.choice(list(re.finditer(pattern, text)) or [None])
    if value is None:
        return text
    others = [other[2] for source in texts for other in re.finditer(pattern, source) if other[1] == value[1]]
    return text[:value.start(2)] + chance.choice(others) + text[value.end(2):]


def spliced(text, texts, chance):
    other = chance.choice(texts)
    return text[:chance.randrange(len(text) + 1)] + other[chance.randrange(len(other) + 1):]


class Bench:
    """A folder with small data files, for one process at a time."""

    def __init__(self, tunebook):
        self.tunebook = tunebook
        self.folder = Path(tempfile.mkdtemp(prefix="tunebook-mutate-"))
        rows = "".join(f"{row % 3}.{row},{3 - row % 3},k{row % 3}\n" for row in range(12))
        (self.folder / "flowers.csv").write_text("length,width,kind\n" + rows)
        chance = random.Random(4)
        header = struct.pack(">4I", 0x803, 30, 28, 28)
        (self.folder / "images.idx").write_bytes(header + bytes(chance.randrange(256) for _ in range(30 * 784)))
        (self.folder / "labels.idx").write_bytes(struct.pack(">2I", 0x801, 30) + bytes(row % 10 for row in range(30)))

    def fault(self, *arguments):
        """The reason for which a call is a fault, and its exit code."""
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.folder / "home"), "TUNEBOOK_OFFLINE": "1"}
        try:
            result = subprocess.run(
                [self.tunebook, *arguments], cwd=self.folder, env=environment, timeout=SECONDS,
                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES)))
        except subprocess.TimeoutExpired:
            return f"{arguments[0]} does not end within {SECONDS} s", None
        text = result.stderr.decode(errors="replace")
        if result.returncode not in (0, 1, 2) or "Fatal error" in text:
            return f"{arguments[0]} ends with {result.returncode}: {text[-300:]}", result.returncode
        return None, result.returncode

    def judge(self, text):
        (self.folder / "input.md").write_bytes(text)
        fault, code = self.fault("check", "input.md")
        if fault or code != 0:
            return fault, "refused"
        fault, _ = self.fault("run", "input.md", "--no-cache", "--quiet", "-o", "page.html")
        return fault, "run"


def main(tunebook, count, seed=1):
    kept = ROOT / ".build-fuzz/found/mutations"
    benches = [Bench(os.path.realpath(tunebook)) for _ in range(2)]
    # Examples of the README name cells that stand elsewhere; what is refused as it stands shows little when mutated.
    texts = [text for text in sources() if benches[0].judge(text) == (None, "run")]
    if not texts:
        sys.exit("None of the notebooks that are to be mutated can be run.")
    ends = {"refused": 0, "run": 0}
    faults = 0

    def work(bench, numbers):
        found = []
        for number in numbers:
            chance = random.Random(f"{seed} {number}")
            text = mutated(chance.choice(texts), texts, chance)
            fault, end = bench.judge(text)
            found.append((number, text, fault, end))
            if fault:
                kept.mkdir(parents=True, exist_ok=True)
                file = kept / f"{seed}-{number}.md"
                file.write_bytes(text)
                print(f"{file}: {fault}", flush=True)
        return [(fault, end) for _, _, fault, end in found]

    with ThreadPoolExecutor(2) as pool:
        for results in pool.map(work, benches, [range(0, count, 2), range(1, count, 2)]):
            for fault, end in results:
                ends[end] += 1
                faults += fault is not None
    for bench in benches:
        shutil.rmtree(bench.folder)
    print(f"{count} mutated notebooks: {ends['refused']} refused, {ends['run']} run; {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:])))
