/// The styles of cells: results, captions and folded sources.
extension StyleSheet {
  static let cells = StyleSheet(
    """
    .cell { margin: 0.9rem 0 1rem; }
    .result { margin: 0; }
    figcaption {
      font-family: var(--sans); font-size: 0.88rem; line-height: 1.5; color: var(--muted); margin: 0.7em 0 0.6em;
      text-wrap: pretty;
    }
    figcaption b { color: var(--ink); font-weight: 650; }
    .output-title { font-family: var(--sans); font-weight: 600; font-size: 0.88rem; margin: 0.6em 0 0.4em; }
    .tools {
      display: flex; gap: 0 1.4rem; align-items: baseline; margin-top: 0.3rem;
      font-family: var(--sans); font-size: 0.8rem; line-height: 1.5; color: var(--muted);
    }
    .tools:has(details[open]), :root:has(#show-sources:checked) .tools { flex-wrap: wrap; }
    .tools > details { min-width: 0; max-width: 100%; } .tools > details[open] { flex-basis: 100%; }
    .tools > .numbers { flex: none; }
    .tools summary { padding: 0.2em 0; width: fit-content; max-width: 100%; overflow-wrap: anywhere; }
    .tools summary:hover { color: var(--ink); }
    .to-figure { padding: 0.2em 0; color: inherit; text-decoration: none; }
    .to-figure:hover { color: var(--link); text-decoration: underline; }
    .cell:target > .result, .cell:target .outputs, .result :target { outline: 2px solid var(--mark); outline-offset: 0.6rem; border-radius: 2px; }
    :root:has(#show-sources:checked) .source { flex-basis: 100%; }
    :root:has(#show-sources:checked) .source::details-content { content-visibility: visible; display: block; height: auto; }
    .cell:has(> .result .held:only-child) { display: flex; flex-wrap: wrap; gap: 0 1.4rem; align-items: baseline; }
    .cell:has(> .result .held:only-child) > * { min-width: 0; max-width: 100%; }
    .cell:has(> .result .held:only-child) > :has(details[open]) { flex-basis: 100%; }
    .source summary b { color: var(--ink); font-weight: 600; }
    .source summary code { background: none; padding: 0; font-size: 0.95em; }
    .source > pre { margin: 0.4rem 0 0; color: var(--ink); }
    .source .fence, .source .comment { color: var(--muted); } .source .key { color: var(--link); }
    .change del { color: var(--muted); text-decoration: none; }
    .change ins { color: var(--ink); text-decoration: none; font-weight: 600; }
    .claims { list-style: none; padding: 0; margin: 0; font-family: var(--sans); font-size: 0.88rem; line-height: 1.5; }
    .claims li {
      display: flex; gap: 0.7em; align-items: baseline; margin: 0 0 0.4em; padding: 0.5em 0.8em; border-radius: 6px;
      background: var(--surface);
    }
    .held { font-family: var(--sans); font-size: 0.88rem; }
    .held > summary {
      width: fit-content; padding: 0.3em 0.8em; border-radius: 6px; background: var(--good-surface); font-weight: 600;
    }
    .held .verdict { color: var(--good); font-weight: 700; }
    .held.unsure > summary { background: var(--surface); } .held.unsure > summary .verdict { color: var(--muted); }
    .held > .claims { margin-top: 0.5em; font-size: inherit; }
    .claims .verdict { font-weight: 700; flex: none; width: 1em; }
    .claims .claim { min-width: 0; overflow-wrap: anywhere; }
    .claims code { background: none; padding: 0; overflow-wrap: anywhere; }
    .claims .verdict-word { font-weight: 600; }
    .claims .sides { display: block; color: var(--muted); font-variant-numeric: tabular-nums; }
    .claims .sides b { color: var(--ink); font-weight: 600; }
    .claims .holds { background: var(--good-surface); } .claims .fails { background: var(--bad-surface); }
    .claims .holds :is(.verdict, .verdict-word) { color: var(--good); }
    .claims .fails :is(.verdict, .verdict-word) { color: var(--bad); }
    .claims .unchecked :is(.verdict, .verdict-word) { color: var(--muted); }
    """)
}
