"""Everyone can read a page: by keyboard, enlarged, on a telephone, with a screen reader, in the dark."""

from axe_playwright_python.sync_playwright import Axe

AXE = Axe()

SIDEWAYS = """() => {
  const found = [], width = document.documentElement.clientWidth;
  const over = document.documentElement.scrollWidth - width;
  if (over > 0) {
    const scrolls = element => element && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    const widest = [...document.querySelectorAll('body *')].filter(
      element => element.getBoundingClientRect().right > width + 0.5 && !scrolls(element))[0];
    found.push(`the page scrolls sideways by ${over} px, for ${widest?.outerHTML.slice(0, 90)}`);
  }
  for (const head of document.querySelectorAll('.scroll th'))
    if (getComputedStyle(head).position === 'sticky' && head.offsetWidth > head.closest('.scroll').clientWidth / 2)
      found.push(`the head ${JSON.stringify(head.textContent.slice(0, 60))} stands over more than half of its table`);
  for (const text of document.querySelectorAll('svg text')) {
    const box = text.getBoundingClientRect();
    if (box.width && (box.left < -0.5 || box.right > width + 0.5))
      found.push(`the chart's words ${JSON.stringify(text.textContent.slice(0, 60))} leave the page`);
  }
  return found;
}"""

HEADINGS = """() => {
  const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(heading => Number(heading.localName[1]));
  const found = levels.flatMap((level, i) => level > (levels[i - 1] ?? 0) + 1 ? [`an h${level} follows h${levels[i - 1] ?? 0}`] : []);
  const first = levels.filter(level => level === 1).length;
  return first === 1 ? found : [...found, `there are ${first} headings of the first level`];
}"""

NAMES = """() => {
  const found = [];
  for (const chart of document.querySelectorAll('svg.chart')) {
    const description = chart.querySelector(':scope > desc')?.textContent.trim();
    if (chart.getAttribute('role') !== 'img' || !chart.getAttribute('aria-label') || !description)
      found.push(`a chart lacks role, label or description: ${chart.outerHTML.slice(0, 120)}`);
  }
  for (const head of document.querySelectorAll('table[class] th'))
    if (!head.hasAttribute('scope')) found.push(`a head of a table lacks its scope: ${head.outerHTML.slice(0, 90)}`);
  return found;
}"""

# Numbers all that can be reached by keyboard, so that what a key reaches can be told.
REACHABLE = """() => {
  const reachable = [...document.querySelectorAll('a[href], summary, [tabindex="0"], input:enabled:not([type=radio]:not(:checked)), button:enabled')]
    .filter(element => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length);
  reachable.forEach((element, number) => element.dataset.number = number);
  return reachable.map(element => element.outerHTML.slice(0, 90));
}"""

FOCUS = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element), box = element.getBoundingClientRect();
  let opacity = 1;
  for (let at = element; at; at = at.parentElement) opacity *= getComputedStyle(at).opacity;
  const luminance = color => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d');
    canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1);
    const parts = [...canvas.getImageData(0, 0, 1, 1).data].map(part => part / 255);
    const [r, g, b] = parts.map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const two = [luminance(style.outlineColor), luminance(getComputedStyle(document.body).backgroundColor)].sort((a, b) => b - a);
  const isOnScreen = box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight && box.width && box.height;
  const isVisible = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1
    && (two[0] + 0.05) / (two[1] + 0.05) >= 3 && opacity > 0.9 && isOnScreen;
  return { number: element.dataset.number, isVisible: Boolean(isVisible), what: element.outerHTML.slice(0, 90) };
}"""


def axe_finds_nothing(chromium, path):
    # The dark page differs from the light one in its colours alone.
    for scheme, width, rules in (("light", 1200, None), ("light", 320, None), ("dark", 1200, ["color-contrast", "link-in-text-block"])):
        options = {"resultTypes": ["violations"]} | ({"runOnly": rules} if rules else {})
        with chromium.visit(path, scheme=scheme, width=width) as visit:
            visit.unfold()
            for violation in AXE.run(visit.page, options=options).response["violations"]:
                nodes = violation["nodes"]
                place = nodes[0]["html"][:160]
                yield f"{violation['id']} ({scheme}, {width} px), {len(nodes)} times, first at {place}"


def never_scrolls_sideways(chromium, path):
    for width, scale in ((320, 1), (1280, 2), (1280, 1)):
        with chromium.visit(path, width=width, scale=scale) as visit:
            visit.unfold()
            for fault in visit.page.evaluate(SIDEWAYS):
                yield f"{fault} ({width} px at {scale * 100} %)"


def headings_are_in_order(chromium, path):
    with chromium.visit(path) as visit:
        yield from visit.page.evaluate(HEADINGS)


def charts_and_tables_are_named(chromium, path):
    with chromium.visit(path) as visit:
        yield from visit.page.evaluate(NAMES)


def focus_is_visible(chromium, path):
    for scheme in ("light", "dark"):
        with chromium.visit(path, scheme=scheme) as visit:
            visit.unfold()
            missing = dict(enumerate(visit.page.evaluate(REACHABLE)))
            for _ in range(len(missing) + 1):
                visit.page.keyboard.press("Tab")
                focus = visit.page.evaluate(FOCUS)
                if focus is None:
                    break
                missing.pop(int(focus["number"] or -1), None)
                if not focus["isVisible"]:
                    yield f"focus does not show ({scheme}) on {focus['what']}"
            for what in missing.values():
                yield f"the keyboard does not reach {what}"


def nothing_moves(chromium, path):
    with chromium.visit(path) as visit:
        if visit.page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") != "auto":
            yield "scrolling is smooth for those who asked for less motion"
        if visit.page.evaluate("document.getAnimations().length"):
            yield "something is animated for those who asked for less motion"
