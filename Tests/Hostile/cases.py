"""Notebooks and data files that are made to stop the program, to take all memory or time, or to read foreign files."""
import gzip
import os
import struct
import zlib

FIT = """
```{model} net
layers:
  - flatten
  - dense: {units: UNITS, activation: softmax}
```

```{fit} fast
model: net
data: data
batch_size: BATCH
```
"""


def fit(units=2, batch=32):
    return FIT.replace("UNITS", str(units)).replace("BATCH", str(batch))


def csv(path="data.csv", options="label: kind"):
    return f"```{{load}} data\ndataset: {{csv: {{path: '{path}', {options}}}}}\n```\n" + fit()


def idx():
    return "```{load} data\ndataset: {idx: {images: images, labels: labels}}\n```\n" + fit()


DIGITS = "```{load} data\ndataset: digits\nscale: 1/255\n```\n"


class Case:
    """A notebook with its files; `expects` holds the exit codes that are right, where that is known."""

    def __init__(self, name, notebook, files=None, expects=None, prepare=None):
        self.name, self.notebook, self.files = name, notebook, files or {}
        self.expects, self.prepare = expects, prepare

    def write(self, folder):
        for name, content in {"book.md": self.notebook, **self.files}.items():
            content = content() if callable(content) else content
            with open(os.path.join(folder, name), "wb") as file:
                for piece in content if isinstance(content, (list, map)) else [content]:
                    file.write(piece.encode() if isinstance(piece, str) else piece)
        if self.prepare:
            self.prepare(folder)


def header(*dimensions):
    return bytes([0, 0, 8, len(dimensions)]) + b"".join(struct.pack(">I", n) for n in dimensions)


def bomb(head, size):
    """The head and as many zeros as make up the size, as one gzip member."""
    def content():
        packer = zlib.compressobj(9, zlib.DEFLATED, 31)
        pieces = [packer.compress(head)]
        zeros = bytes(1 << 24)
        rest = size
        while rest > 0:
            pieces.append(packer.compress(zeros[:min(rest, len(zeros))]))
            rest -= len(zeros)
        return [*pieces, packer.flush()]
    return content


def pipe(folder):
    os.mkfifo(os.path.join(folder, "data.csv"))


def claims(text):
    return DIGITS + "```{expect}\n- " + text + "\n```\n"


CASES = [
    # Numbers
    Case("exponent", csv(), {"data.csv": "x,kind\n1e-9223372036854775808,a\n2,b\n"}, [0, 1, 2]),
    Case("exponent-large", csv(), {"data.csv": "x,kind\n1e9223372036854775807,a\n2,b\n"}, [2]),
    Case("units", DIGITS + fit(units=9223372036854775807), None, [2]),
    Case("epochs", DIGITS + fit().replace("batch_size: 32", "epochs: 9223372036854775807"), None, [2]),
    Case("repeat", DIGITS + fit().replace("- flatten", "- flatten\n  - {repeat: 1000000000, layers: [dense: 2]}"),
         None, [2]),
    Case("index", claims("data.shape[9223372036854775807] > 0"), None, [2]),
    Case("fixed", DIGITS + "{value}`data.classes | fixed(999999999)`\n", None, [2]),
    # Time in data
    Case("commas", csv(), {"data.csv": "," * 20_000_000}, [2]),
    Case("lines", csv(), {"data.csv": "\n" * 20_000_000}, [2]),
    Case("field", csv(), {"data.csv": lambda: "x,kind\n" + "1" * 50_000_000 + ",a\n"}, [2]),
    Case("field-200-MB", csv(), {"data.csv": lambda: "x,kind\n" + "1" * 200_000_000 + ",a\n"}, [2]),
    Case("quote", csv(), {"data.csv": lambda: 'x,kind\n"' + "1" * 50_000_000}, [2]),
    Case("column-name", csv(), {"data.csv": "x" * 100_000 + ",y\n1,2\n"}, [2]),
    Case("column-option", csv(options="label: " + "x" * 100_000), {"data.csv": "x,kind\n1,a\n"}, [2]),
    Case("columns", csv(), {"data.csv": lambda: ",".join(f"c{n}" for n in range(1_000_000)) + ",kind\n"}, [2]),
    Case("classes", csv(), {"data.csv": lambda: "x,kind\n" + "".join(f"1,k{n}\n" for n in range(1_000_000))}, [2]),
    Case("not-utf8", csv(), {"data.csv": b"x,kind\n" + b"1,a\n" * 2_000_000 + b"\xff"}, [2]),
    # Memory in data
    Case("gzip-bomb", idx(), {
        "images": bomb(header(1 << 16, 1 << 16, 2), 1 << 33),
        "labels": bomb(header(1 << 16), 1 << 16)}, [2]),
    Case("gzip-tail", idx(), {
        "images": bomb(header(2, 2, 2) + bytes(8), 1 << 31),
        "labels": gzip.compress(header(2) + bytes(2))}, [2]),
    Case("promise", idx(), {"images": header(4294967295, 4294967295, 4294967295), "labels": header(3) + bytes(3)}, [2]),
    Case("ranks", idx(), {"images": bytes([0, 0, 8, 255]) + bytes([0, 0, 0, 1]) * 255 + b"\1",
                          "labels": header(1) + b"\0"}, [0, 1, 2]),
    Case("sparse-file", csv(), {"data.csv": ""}, [2],
         lambda folder: os.truncate(os.path.join(folder, "data.csv"), 1 << 40)),
    # Memory in networks
    Case("batch", DIGITS + fit(units=10, batch=60000).replace("- flatten", "- flatten\n  - dense: 65536"), None, [2]),
    Case("adam", DIGITS + fit(units=10).replace("- flatten", "- flatten\n  - dense: 16000\n  - dense: 15000").replace(
        "batch_size", "optimizer: adam\nbatch_size"), None, [0, 2]),
    Case("many-classes", csv().replace("units: 2", "units: 10000") + "```{evaluate}\nfit: fast\nsplit: train\n```\n",
         {"data.csv": lambda: "x,kind\n" + "".join(f"1,k{n}\n" for n in range(10_000))}, [2]),
    Case("large-sample", idx() + "```{show}\ndata: data\nwhat: [sample, images]\n```\n", {
        "images": bomb(header(2, 8000, 8000), 128_000_000), "labels": header(2) + b"\0\1"}, [0, 2]),
    # Time in training
    Case("endless", DIGITS + fit(units=10).replace("batch_size: 32", "epochs: 100000"), None, None),
    # Foreign files
    Case("shadow", csv("/etc/shadow"), None, [2]),
    Case("passwd", csv("/etc/passwd"), None, [2]),
    Case("zero", csv("/dev/zero"), None, [2]),
    Case("pipe", csv(), None, [2], pipe),
    Case("link", csv(), None, [2], lambda folder: os.symlink("/etc/passwd", os.path.join(folder, "data.csv"))),
    # Depth and length of text
    Case("sum", claims("1" + "+1" * 13_000 + " > 0"), None, [2]),
    Case("and", claims("1 > 0" + " and 1 > 0" * 13_000), None, [2]),
    Case("within", claims("1" + " within 0..2" * 13_000), None, [2]),
    Case("formats", DIGITS + "{value}`data.classes" + " | fixed(2)" * 13_000 + "`\n", None, [2]),
    Case("parentheses", claims("(" * 20_000 + "1" + ")" * 20_000 + " > 0"), None, [2]),
    Case("formula", "$" + "{" * 20_000 + "x" + "}" * 20_000 + "$\n\n" + DIGITS, None, [0, 2]),
    Case("quotes", ">" * 20_000 + " x\n\n" + DIGITS, None, [0, 2]),
    Case("emphasis", "*a_ " * 20_000 + "\n\n" + DIGITS, None, [0, 2]),
    Case("flow", "```{load} data\ndataset: " + "[" * 20_000 + "]" * 20_000 + "\n```\n", None, [2]),
    Case("aliases", "---\nparams:\n  a0: &a0 [1, 1]\n" + "".join(
        f"  a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}, *a{n - 1}]\n" for n in range(1, 40)) + "---\n" + DIGITS,
         None, [2]),
    Case("headings", "# Same\n\n" * 20_000 + DIGITS, None, [0, 2]),
    Case("values-in-a-line", DIGITS + "{value}`data.classes` " * 2_000 + "\n", None, [0, 2]),
    Case("findings-in-a-line", DIGITS + "{value}`data.none` " * 2_000 + "\n", None, [2]),
    Case("links", DIGITS + "[a](none.md) " * 4_000 + "\n", None, [2]),
    Case("choices", "---\nparams:\n  a: {default: c0, choices: [" + ", ".join(f"c{n}" for n in range(4_000))
         + "]}\n---\n" + DIGITS, None, [0, 2]),
    Case("caption", "---\nparams: {b: x}\n---\n" + DIGITS + "```{show}\ndata: data\ncaption: \"" + "${b}" * 4_000
         + "\"\n```\n", None, [0, 2]),
    Case("mistyped", DIGITS + "```{show}\ndata: " + "d" * 50_000 + "\n```\n", None, [2]),
    Case("anchor", "# " + "h" * 75_000 + "\n\n[a](#none)\n\n" + DIGITS, None, [2]),
    Case("cells", "".join(f"```{{load}} d{n}\ndataset: digits\n```\n\n" for n in range(1_000)), None, [0, 1, 2]),
    Case("large-notebook", "x " * 1_000_000 + "\n\n" + DIGITS, None, [0, 2]),
    Case("bidirectional", "---\nlang: ja\n---\n" + "あ\u202e" * 5_000 + "\n\n" + DIGITS, None, [0, 2]),
]
