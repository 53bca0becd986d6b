#!/usr/bin/env python3
"""Holds prose to what the cmark-gfm command makes of it.

    compare.py record                          writes the corpus' HTML anew
    compare.py check                           whether the corpus' HTML is cmark-gfm's
    compare.py random TUNEBOOK [COUNT] [SEED]  renders random documents with both and compares them

What a page adds to cmark-gfm's HTML is taken off first; ``same`` says what that is. Raw HTML, which a page shows as
text, inline values, formulas and references are no part of this; ``published`` says where else a page means to differ.
"""

import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

FOLDER = pathlib.Path(__file__).parent
EXTENSIONS = ["table", "strikethrough", "autolink", "tasklist", "footnotes"]
REFUSED = {"javascript", "vbscript", "data", "file", "blob", "filesystem", "view-source"}
FRONT_MATTER = "---\ntitle: Prose\ntoc: false\n---\n\n"

BLOCKS = [
    "", "", "", "- ", "* ", "+ ", "1. ", "2) ", "  ", "    ", "> ", ">", "# ", "## ", "#", "- [ ] ", "- [x] ", "   ",
    "[^a]: ", "[^b]: ", "[ref]: /u 't'", "[ref]: <1 b>", "---", "***", "===", "```", "~~~", "````", "``` lang",
    "| a | b |", "|---|:-:|", "| c | d", "|", "\t", "- - ", "> - ", "1. > ", "-", "10. ",
]
INLINES = [
    "a", "b c", "word", " ", " ", "  ", "*", "**", "***", "_", "__", "~~", "~", "`", "``", "\\", "[", "]", "](/u)", "](",
    ")", "(", "[ref]", "[x][ref]", "[^a]", "[^b]", "[^c]", "[l](/u \"t\")", "[l](<1 b>)", "<https://a.example/?b=c&d>",
    "https://a.example/b_c", "www.a.example", "a@b.example", "&amp;", "&copy;", "&#65;", "&", "\\*", "\\[", "\\|", "|",
    "\"", "'", "é", "日本", "、", "👩‍👩‍👧", "!", ".", ":", "-", "=", "+", "#", "1", "$5 ", "[j](javascript:x)", "< ", ">",
    "![p](data:image/png;base64,AA)", "\u00a0", "{", "}", "@", "^", "%",
]


def cmark(text):
    command = ["cmark-gfm", "--table-prefer-style-attributes"]
    for extension in EXTENSIONS:
        command += ["-e", extension]
    return subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout.decode()


def same(html):
    """A page's HTML without what it adds."""
    for pattern, replacement in [
        (r'<(h[1-6]) id="[^"]*">', r"<\1>"),  # anchors of headings
        (r'<a class="anchor" href="[^"]*" aria-label="[^"]*">#</a></h', "</h"),
        (r'<div class="scroll" tabindex="0"><table>', "<table>"),  # boxes in which tables scroll
        (r"</table>\n</div>", "</table>"),
        (r"&#10;", "\n"),  # line ends in titles
        (r'<figure class="picture">(<img [^>]*>)<figcaption.*?</figcaption></figure>', r"<p>\1</p>"),  # a picture alone
        (r"<wbr />", ""),  # places where long names in code may break
        (r'(<[^>]*?)(?: class="beside")? style="[^"]*anchor-name: [^"]*"', r"\1"),  # short footnotes in the margin
        (r'<pre tabindex="0">', "<pre>"),  # focus, for what scrolls
        (r'<li class="task">', "<li>"),  # labels of checkboxes
        (r'disabled="" aria-label="[^"]*"', 'disabled=""'),
        (r'data-footnote-backref aria-label="[^"]*"', 'data-footnote-backref aria-label="Back to content"'),
    ]:
        html = re.sub(pattern, replacement, html)
    # A header cell without words is written as a plain one.
    return re.sub(
        r"<thead>.*?</thead>", lambda head: re.sub(r"<td([^>]*)></td>", r"<th\1></th>", head[0]), html, flags=re.S)


def published(html):
    """HTML as far as a page does not mean to differ from cmark-gfm's."""

    def safe(link):  # an address that runs a program, reads a file or has no sound scheme leads nowhere
        head = re.split(r"[/?#]|%5C", link[1])[0]
        scheme = head.partition(":")[0].lower() if ":" in head else "https"
        is_safe = re.fullmatch(r"[a-z][a-z0-9+.-]*", scheme) and scheme not in REFUSED
        return link[0] if is_safe else 'href=""'

    html = re.sub(r'href="([^"]*)"', safe, html)
    # Of a link that leads nowhere the text is left.
    html = re.sub(r'<a href=""[^>]*>(.*?)</a>', r"\1", html, flags=re.S)
    ids = set(re.findall(r' id="([^"]*)"', html))

    def kept(link):  # from a footnote back to a place that is not on the page
        return link[0] if link[1] in ids else ""

    html = re.sub(r'<a href="#([^"]*)" class="footnote-backref".*?</a>', kept, html)
    html = re.sub(r" +(</p>|\n</li>)", r"\1", html).strip()
    html = re.sub(r'  +(<a href="#fnref-)', r" \1", html)
    # References are numbered as they stand on the page, those within footnotes that are not on it left out.
    html = re.sub(r'↩<sup class="footnote-ref">\d+</sup>', "↩", html)
    for label in "abc":
        numbers = sorted({int(number or 1) for number in re.findall(rf' id="fnref-{label}(?:-(\d+))?"', html)})
        html = re.sub(
            rf'"(#?)fnref-{label}(?:-(\d+))?"',
            lambda place: f'"{place[1]}fnref-{label}-{numbers.index(int(place[2] or 1)) + 1}"', html)
    return html


def unlike(page, text):
    return published(same(page)) != published(cmark(text))


def line(dice):
    prefix = "".join(dice.choice(BLOCKS) for _ in range(dice.choice([0, 1, 1, 2])))
    return prefix + "".join(dice.choice(INLINES) for _ in range(dice.randrange(9)))


def document(dice):
    return "\n".join(line(dice) for _ in range(dice.randrange(1, 14))) + "\n"


def pages(tunebook, texts):
    """The prose of each text that is no error, by its index."""
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        notebooks = root / "notebooks"
        notebooks.mkdir()
        for index, text in enumerate(texts):
            (notebooks / f"{index}.md").write_text(FRONT_MATTER + text, newline="")
        command = [tunebook, "check", str(notebooks), "--format", "json"]
        found = json.loads(subprocess.run(command, capture_output=True).stdout)
        for path in {finding["file"] for finding in found if finding["severity"] == "error"}:
            pathlib.Path(path).unlink()
        if not any(notebooks.iterdir()):
            return {}
        subprocess.run(
            [tunebook, "run", str(notebooks), "-o", str(root / "pages"), "--quiet"], capture_output=True, check=True)
        result = {}
        for page in (root / "pages").glob("*.html"):
            if page.stem.isdigit():
                html = page.read_text()
                start = html.index('<article id="text">\n') + len('<article id="text">\n')
                result[int(page.stem)] = html[start : html.index("</article>", start)]
        return result


def differs(tunebook, text):
    page = pages(tunebook, [text]).get(0)
    return page is not None and unlike(page, text)


def smallest(tunebook, text):
    """As few lines of a text as still differ."""
    lines = text.split("\n")
    index = 0
    while index < len(lines):
        rest = lines[:index] + lines[index + 1 :]
        if differs(tunebook, "\n".join(rest)):
            lines = rest
        else:
            index += 1
    return "\n".join(lines)


def compare_random(tunebook, count, seed):
    dice = random.Random(seed)
    texts = [document(dice) for _ in range(count)]
    rendered = pages(tunebook, texts)
    different = [index for index, page in sorted(rendered.items()) if unlike(page, texts[index])]
    for index in different[:3]:
        text = smallest(tunebook, texts[index])
        print(f"Document {index} differs:\n{text!r}\n-- page\n{same(pages(tunebook, [text])[0])}\n-- cmark-gfm\n{published(cmark(text))}")
    print(f"{len(rendered)} of {count} random documents were rendered, {len(different)} unlike cmark-gfm")
    if different or len(rendered) < count // 2:
        sys.exit(1)


def main():
    match sys.argv[1:]:
        case ["record"]:
            for path in FOLDER.glob("*.md"):
                path.with_suffix(".html").write_text(cmark(path.read_text()))
        case ["check"]:
            stale = [p.name for p in sorted(FOLDER.glob("*.md")) if p.with_suffix(".html").read_text() != cmark(p.read_text())]
            if stale:
                sys.exit(f"cmark-gfm renders these otherwise: {', '.join(stale)}")
        case ["random", tunebook, *rest]:
            count, seed = (int(word) for word in (rest + ["1000", "1"][len(rest) :])[:2])
            compare_random(tunebook, count, seed)
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
