/// The styles of binary outcomes and their measures, beside one another where there is room; on narrow pages, formulas
/// are below their names.
extension StyleSheet {
  static let outcomes =
    StyleSheet(
      """
      .outcomes-box { margin-top: 1.6rem; }
      .outcomes td { padding: 0.5em 0.9em; } .outcomes b { font-size: 1.15em; }
      .outcomes small { margin-top: 0.15em; }
      .measures { display: grid; grid-template-columns: auto 1fr auto; margin: 0.8rem 0; font-size: 0.9rem; }
      .measures > div { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1; align-items: center;
        column-gap: 1.4rem; border-top: 1px solid var(--rule); padding: 0.5em 0; break-inside: avoid; }
      .measures > div:last-child { border-bottom: 1px solid var(--rule); }
      .measures dt { font-family: var(--sans); font-weight: 600; } .measures dd { margin: 0; }
      .measure-formula math { line-height: 1.2; margin-block: 0.15em; }
      .measure-value { font-family: var(--sans); font-weight: 650; text-align: right;
        font-variant-numeric: tabular-nums lining-nums; }
      """)
    + .within(
      "@media (min-width: 48rem)",
      StyleSheet(
        """
        .outcomes-box { display: grid; grid-template-columns: fit-content(42%) minmax(0, 1fr); column-gap: 1.6rem; align-items: center; }
        .outcomes-box > .reading { grid-column: 1 / -1; }
        .outcomes td { padding: 0.7em 0.8em; }
        .outcomes-box th { max-width: 5.6rem; overflow-wrap: break-word; word-break: auto-phrase; }
        .outcomes-box > .measures { margin: 0; font-size: 0.82rem; }
        .outcomes-box > .measures > div { column-gap: 0.9rem; padding: 0.3em 0; }
        """))
    + .within(
      "@media (max-width: 36rem)",
      StyleSheet(
        """
        .measures > div { grid-template-columns: 1fr auto; row-gap: 0.4em; }
        .measure-formula { grid-row: 2; grid-column: 1 / -1; }
        .outcomes td { padding: 0.4em 0.5em; }
        """))
}
