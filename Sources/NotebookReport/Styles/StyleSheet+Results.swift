/// The styles of tables of results and confusion matrices.
extension StyleSheet {
  static let results = StyleSheet(
    """
    .results { font-variant-numeric: tabular-nums lining-nums; font-size: 0.85rem; }
    .results :is(th, td) { padding: 0.4em 0.6em; }
    .results caption, .confusion caption {
      text-align: left; font-weight: 600; padding: 0 0 0.5em; font-size: 0.88rem;
    }
    .results :is(th, td) { white-space: nowrap; }
    .results .sentence { white-space: normal; min-width: 11em; }
    .results thead th { white-space: normal; vertical-align: bottom; overflow-wrap: normal; word-break: keep-all; }
    .results tbody th, .results tfoot th { font-weight: 400; }
    .results .number, .numeric :is(th, td) { text-align: right; } .numeric .sentence { text-align: left; } .results .number + :not(.number) { padding-left: 1.6em; }
    .results tfoot tr:first-child > * { border-top: 1.5px solid var(--ink); }
    .results tfoot tr + tr > * { border-top: 1px solid var(--rule); }
    .results code { background: none; padding: 0; font-size: 0.95em; }
    .results th:first-child, .results td:first-child { padding-left: 0; }
    .provenance .results td { white-space: normal; }
    .result .long-table:has(> label > :not(:checked)) tbody tr:nth-child(n+11) { display: none; }
    .long-table > label { font-family: var(--sans); font-size: 0.8rem; color: var(--muted); }
    .long-table > label > input { vertical-align: -0.12em; margin: 0 0.1em 0 0; }
    .long-table > .scroll { margin-bottom: 0.3rem; }
    :is(.tools, .provenance) .long-table > label { display: none; }
    .confusion { font-variant-numeric: tabular-nums lining-nums; border-spacing: 2px; border-collapse: separate; }
    .confusion th, .confusion td { padding: 0.22em 0.35em; text-align: center; border: 0 !important; }
    .confusion :is(td, tbody th) { vertical-align: middle; }
    .confusion thead th { font-weight: 600; } .confusion .axis-name { color: var(--muted); font-weight: 400; }
    .confusion tbody th {
      position: sticky; left: 0; background: var(--paper); font-weight: 600; text-align: right;
      padding-right: 0.6em;
    }
    .confusion td { min-width: 3.5em; border-radius: 3px; line-height: 1.2; }
    .confusion thead td { min-width: 0; }
    .confusion-box { display: flex; flex-wrap: wrap; align-items: flex-end; gap: 0 1.8rem; }
    .confusion-box > .scroll { max-width: 100%; margin-bottom: 0; } .confusion-text { flex: 1 1 14rem; }
    .confusion.square td { min-width: 2rem; height: 1.85rem; padding: 0 0.15em; line-height: 1.1; }
    .confusion.square thead td { height: 0; }
    .confusion small { display: block; font-size: 0.78em; }
    .swatch {
      display: inline-block; width: 0.85em; height: 0.85em; margin-right: 0.35em; border-radius: 2px; vertical-align: -0.08em;
      background: var(--wrong);
    }
    .note > .swatch:not(:first-child), .row-shares { margin-left: 1.2em; }
    .swatch.right { background: var(--right); }
    .confusion .zero { color: var(--muted); background: var(--surface); }
    .confusion td { background: color-mix(in srgb, var(--wrong) var(--share, 0%), var(--paper)); }
    .confusion td.right { background: color-mix(in srgb, var(--right) var(--share, 0%), var(--paper)); }
    .confusion td.right { box-shadow: inset 0 0 0 1.5px var(--right); }
    .confusion.heat td { background: color-mix(in srgb, var(--right) var(--share, 0%), var(--paper)); }
    .confusion.heat .zero { background: var(--surface); }
    .confusion.heat td.best { box-shadow: inset 0 0 0 2.5px var(--ink); font-weight: 650; }
    .confusion.heat thead th:not(.axis-name) { font-weight: 500; }
    .confusion thead td, .confusion.heat thead td { background: none; }
    .confusion .s1 { --share: 10%; } .confusion .s2 { --share: 20%; } .confusion .s3 { --share: 30%; }
    .confusion .s4 { --share: 40%; } .confusion .s5 { --share: 50%; } .confusion .s6 { --share: 60%; }
    .confusion .s7 { --share: 70%; } .confusion .s8 { --share: 80%; } .confusion .s9 { --share: 90%; }
    .confusion .s10 { --share: 100%; }
    .reading, .note { font-family: var(--sans); font-size: 0.88rem; line-height: 1.5; margin: 0.4em 0; }
    .note { color: var(--muted); font-size: 0.8rem; }
    """)
}
