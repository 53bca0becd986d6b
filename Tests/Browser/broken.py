"""Shows that each check can fail: a good page, broken in one way at a time."""

import sys

import files
import paper
import reading
import safety

# The check, what to say, and what to put right before the end of the article.
ADDITIONS = [
    (safety.runs_nothing, "a script", "<script>window.ran = 1</script>"),
    (safety.runs_nothing, "a handler", '<img src="data:image/png;base64,AA" alt="" onerror="ran = 1">'),
    (safety.runs_nothing, "a picture from elsewhere", '<img src="https://example.com/a.png" alt="">'),
    (safety.runs_nothing, "a link that is a script", '<p><a href="javascript:ran = 1">x</a></p>'),
    (safety.needs_no_script, "text without scripts alone", "<noscript><p>x</p></noscript>"),
    (reading.axe_finds_nothing, "a picture without words", '<img src="data:image/png;base64,AA">'),
    (reading.axe_finds_nothing, "faint words", '<p style="color: #ccc; background: #fff">faint</p>'),
    (reading.never_scrolls_sideways, "a wide box", '<div style="width: 700px">wide</div>'),
    (reading.never_scrolls_sideways, "a head that covers its table",
     '<div class="scroll"><table><tr><th style="position: sticky; left: 0; min-width: 200px">a</th></tr></table></div>'),
    (reading.never_scrolls_sideways, "words beyond a chart",
     '<svg class="chart wide narrow" style="display: block" viewBox="0 0 9 9"><text x="9">beyond the chart</text></svg>'),
    (reading.headings_are_in_order, "a second title", "<h1>Title</h1>"),
    (reading.headings_are_in_order, "a level left out", "<h2>a</h2><h5>b</h5>"),
    (reading.charts_and_tables_are_named, "a nameless chart",
     '<svg class="chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'),
    (reading.charts_and_tables_are_named, "a head without scope",
     '<table class="results"><tr><th>a</th></tr></table>'),
    (reading.focus_is_visible, "focus that does not show",
     '<a href="#text" style="outline: none">x</a>'),
    (reading.focus_is_visible, "a control out of reach", '<a href="#text" inert>x</a>'),
    (reading.nothing_moves, "motion",
     "<style>@keyframes m { to { opacity: 0 } } p { animation: m 1s infinite }</style>"),
    (paper.prints_well, "a chart in two pieces",
     '<div class="grid-box" style="display: block; break-inside: auto"><p style="height: 1500px">x</p></div>'),
    (paper.prints_well, "what stays folded",
     "<style>details::details-content { content-visibility: hidden !important; }</style>"),
    (files.drawings_stand_alone, "a drawing that is no XML", '<svg><path d="M0 0"></svg>'),
    (files.drawings_stand_alone, "a drawing without its namespace", "<svg></svg>"),
    (files.is_small, "a large page", "<!--" + "x" * files.LARGEST + "-->"),
    (files.is_valid, "an element that ends nothing", "</section>"),
]
PLACE = "</article>"
POLICY = "default-src 'none'; "


def all_found(chromium, page, folder):
    """Whether every break is found by the check it is for; says which is not."""
    text = page.read_text()
    breaks = [(check, what, text.replace(PLACE, addition + PLACE)) for check, what, addition in ADDITIONS]
    breaks.append((safety.has_policy, "a page without its policy", text.replace(POLICY, "")))
    missed = 0
    for number, (check, what, changed) in enumerate(breaks):
        if changed == text:
            raise SystemExit(f"{page} cannot be broken by {what}")
        path = folder / f"{number}.html"
        path.write_text(changed)
        if check is files.is_valid:
            found = list(check([path]))
        else:
            found = list(check(path) if check.__module__ == "files" else check(chromium, path))
        if not found:
            missed += 1
            print(f"{check.__name__} does not find {what}", file=sys.stderr)
    print(f"{len(breaks)} breaks, {missed} not found")
    return missed == 0
