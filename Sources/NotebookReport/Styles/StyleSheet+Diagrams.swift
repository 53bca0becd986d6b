/// The styles of diagrams of networks.
extension StyleSheet {
  static let diagrams = StyleSheet(
    """
    .diagram {
      display: flex; flex-wrap: wrap; gap: 0.8rem 1.5rem; list-style: none; padding: 0; margin: 0 0 0.8rem;
      font-family: var(--sans); font-size: 0.78rem; line-height: 1.4;
    }
    .diagram li {
      position: relative; margin: 0; padding: 0.5em 0.8em; border: 1px solid var(--rule); border-radius: 8px;
      background: var(--surface); break-inside: avoid;
    }
    .diagram .input { background: none; border-style: dashed; }
    .diagram .repeated { box-shadow: 3px 3px 0 -1px var(--surface), 3px 3px 0 var(--rule); }
    .diagram li + li::before {
      content: "→" / ""; position: absolute; left: -1.5rem; width: 1.5rem; text-align: center; top: calc(50% - 0.7em);
      color: var(--muted);
    }
    .diagram li > * { display: block; } .diagram code { background: none; padding: 0; }
    .diagram :is(span, li > code) { color: var(--muted); font-variant-numeric: tabular-nums lining-nums; }
    .diagram .share { color: var(--ink); }
    .diagram .share::before {
      content: ""; display: block; height: 4px; margin: 0.3em 0 0.15em; border-radius: 2px;
      background: linear-gradient(to right, var(--series-0) calc(var(--share) * 1%), var(--rule) 0);
    }
    """)
}
