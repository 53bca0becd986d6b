/// The styles of text, in English and in Japanese.
extension StyleSheet {
  static let text = StyleSheet(
    """
    *, *::before, *::after { box-sizing: border-box; }
    html {
      --serif: Charter, "Bitstream Charter", "Sitka Text", "Source Serif 4", Cambria, Georgia, "Noto Serif", serif;
      --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
      --mono: ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, "Noto Sans Mono", "DejaVu Sans Mono",
        monospace;
      --body: var(--serif);
      font-size: 106.25%; line-height: 1.55; -webkit-text-size-adjust: 100%; text-size-adjust: 100%;
      scroll-behavior: smooth; scroll-padding-top: 1.5rem;
    }
    html:lang(ja) {
      --sans: "Hiragino Sans", "Hiragino Kaku Gothic ProN", "Noto Sans JP", "Noto Sans CJK JP", "Yu Gothic",
        YuGothic, Meiryo, system-ui, sans-serif;
      --body: var(--sans);
      font-size: 100%; line-height: 1.75; line-break: strict; word-break: normal; overflow-wrap: anywhere;
      text-autospace: normal; text-spacing-trim: trim-start;
    }
    @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
    body { margin: 0; background: var(--paper); color: var(--ink); font-family: var(--body); overflow-wrap: break-word; }
    h1, h2, h3, h4, h5, h6 {
      font-family: var(--sans); line-height: 1.25; font-weight: 650; text-wrap: balance; margin: 1.5em 0 0.5em;
      letter-spacing: -0.011em;
    }
    :lang(ja) em { font-style: normal; font-weight: 600; } :lang(ja) :is(figcaption, .subtitle, .neighbours, .image-caption, .output-title) { word-break: auto-phrase; }
    .mention, .to-figure { white-space: nowrap; }
    :lang(ja) :is(h1, h2, h3, h4, h5, h6) { line-height: 1.45; letter-spacing: 0; word-break: auto-phrase; }
    h1 { font-size: 2.1rem; } h2 { font-size: 1.45rem; } h3 { font-size: 1.17rem; }
    h4, h5, h6 { font-size: 1rem; }
    p, ul, ol, dl, pre, blockquote, table { margin: 0 0 1.05em; }
    article > :is(p, ul, ol, dl, blockquote), .description { max-width: 36rem; }
    p { text-wrap: pretty; hanging-punctuation: allow-end; }
    ul, ol { padding-left: 1.5em; } li { margin: 0.2em 0; } li > p { margin-bottom: 0.6em; }
    li.task { list-style: none; } li.task > input { margin: 0 0.4em 0 -1.4em; }
    a { color: var(--link); text-decoration-thickness: 0.06em; text-underline-offset: 0.18em; }
    a:hover { text-decoration-thickness: 0.12em; }
    :focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; border-radius: 2px; }
    code, pre, kbd { font-family: var(--mono); }
    code { font-size: 0.86em; background: var(--surface); padding: 0.1em 0.2em; border-radius: 4px; }
    pre {
      background: var(--surface); padding: 0.9em 1.1em; border-radius: 8px; overflow-x: auto; font-size: 0.82rem;
      line-height: 1.55; tab-size: 4;
    }
    pre code { font-size: inherit; background: none; padding: 0; }
    blockquote {
      margin-inline: 0; padding: 0.1em 0 0.1em 1.2em; border-left: 3px solid var(--rule); color: var(--muted);
    }
    blockquote > :last-child { margin-bottom: 0; }
    .alert { --tone: var(--link); max-width: 36rem; margin: 0 0 1.1em; padding: 0.1em 0 0.1em 1.2em; border-left: 3px solid var(--tone); }
    .alert > :last-child { margin-bottom: 0; }
    .alert-title { margin: 0 0 0.3em; font-family: var(--sans); font-size: 0.88rem; font-weight: 650; color: var(--tone); }
    details.alert:not([open]) > .alert-title { margin: 0; }
    .alert-tip { --tone: var(--good); } .alert-warning { --tone: var(--warn); } .alert-caution { --tone: var(--bad); }
    hr { border: 0; border-top: 1px solid var(--rule); margin: 2.5em auto; width: 40%; }
    img { max-width: 100%; height: auto; }
    .picture { margin: 0.9rem 0 1rem; } .picture > img { display: block; }
    article > :not(.cell) img { background: var(--ground); }
    table { border-collapse: collapse; font-size: 0.88rem; line-height: 1.45; font-family: var(--sans); }
    th, td { padding: 0.4em 0.8em; text-align: left; vertical-align: baseline; }
    thead th { font-weight: 600; border-bottom: 1.5px solid var(--ink); }
    thead td { border-bottom: 1.5px solid var(--ink); }
    tbody tr + tr > * { border-top: 1px solid var(--rule); }
    .scroll {
      overflow-x: auto; max-width: 100%; margin: 0 0 1.1em;
      background: linear-gradient(to right, var(--paper) 60%, transparent) left / 2rem calc(100% + 4px) local,
        linear-gradient(to left, var(--paper) 60%, transparent) right / 2rem calc(100% + 4px) local,
        linear-gradient(to right, var(--shadow), transparent) left / 0.7rem 100%,
        linear-gradient(to left, var(--shadow), transparent) right / 0.7rem 100%;
      background-repeat: no-repeat;
    }
    .scroll > table { margin: 0; }
    sup { line-height: 0; font-size: 0.72em; } .footnote-ref a { text-decoration: none; padding: 0 0.1em; }
    .footnotes { font-size: 0.88rem; border-top: 1px solid var(--rule); margin-top: 3em; padding-top: 1em; }
    @media screen and (min-width: 80rem) {
      @supports (top: anchor(--a top)) {
        .page:has(.beside) > main { position: relative; }
        .beside {
          position: absolute; left: calc(100% + 2rem); width: 12.5rem; margin: 0; list-style-position: inside;
          top: max(anchor(var(--ref) top), anchor(var(--above, --none) bottom, 0px) + 0.6rem);
          font: 0.8rem/1.45 var(--sans); color: var(--muted);
        }
        .beside > p { display: inline; } .beside .footnote-backref { display: none; }
        .footnotes:not(:has(li:not(.beside))) { border: 0; margin: 0; padding: 0; }
      }
    }
    data.value { font-variant-numeric: tabular-nums; font-weight: 600; }
    .unavailable { color: var(--bad); font-family: var(--sans); font-size: 0.88em; }
    .visually-hidden {
      position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap;
    }
    """)
}
