"""A page prints as a document: unfolded, its charts in one piece."""

import re
import subprocess

# Words in the corners of what must stay in one piece, and within what must be unfolded, to be found on the paper.
MARK = """() => {
  const shown = element => element.getClientRects().length > 0;
  const word = text => Object.assign(document.createElement('span'), { textContent: ` ${text} `, style: 'font-size: 3px' });
  const svgWord = (text, x, y) => {
    const node = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    node.textContent = text; node.setAttribute('x', x); node.setAttribute('y', y); node.setAttribute('font-size', 3);
    return node;
  };
  const whole = [], folded = [];
  for (const chart of document.querySelectorAll('svg.chart')) {
    if (!shown(chart)) continue;
    const { x, y, width, height } = chart.viewBox.baseVal, name = `piece${whole.length}`;
    chart.append(svgWord(`${name}first`, x, y + 4), svgWord(`${name}last`, x, y + height - 1));
    whole.push([name, chart.outerHTML.slice(0, 90)]);
  }
  for (const box of document.querySelectorAll('.confusion-box, .images, .grid-box')) {
    const name = `piece${whole.length}`;
    box.prepend(word(`${name}first`)); box.append(word(`${name}last`));
    whole.push([name, box.outerHTML.slice(0, 90)]);
  }
  for (const details of document.querySelectorAll('details:not(.held, .source)')) {
    if (!shown(details)) continue;
    const name = `fold${folded.length}text`;
    details.append(word(name));
    folded.push([name, details.querySelector('summary').textContent]);
  }
  return { whole, folded };
}"""


def prints_well(chromium, path):
    for size in ("A4", "Letter"):
        with chromium.visit(path) as visit:
            visit.page.emulate_media(media="print")
            marks = visit.page.evaluate(MARK)
            title = visit.page.title().strip()
            paper = visit.page.pdf(format=size)
        text = subprocess.run(["pdftotext", "-", "-"], input=paper, capture_output=True, check=True).stdout.decode()
        sheets = text.split("\f")[:-1]

        def words(sheet):
            # Beside the running title and the number, which every sheet has.
            lines = [line.strip() for line in sheet.splitlines()]
            return [line for line in lines if line and line != title and not re.fullmatch(r"\d+ / \d+", line)]

        if not sheets or any(not words(sheet) for sheet in sheets):
            yield f"there is a sheet of {size} without words"

        def sheet_of(word):
            found = [number for number, sheet in enumerate(sheets) if re.search(rf"\b{word}\b", sheet)]
            return found[0] if found else None

        for name, what in marks["whole"]:
            first, last = sheet_of(f"{name}first"), sheet_of(f"{name}last")
            if first is None or first != last:
                yield f"{what} is split between sheets of {size}, or not printed"
        for name, what in marks["folded"]:
            if sheet_of(name) is None:
                yield f"{what!r} stays folded on {size}"
