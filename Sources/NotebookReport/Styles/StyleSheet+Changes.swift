/// The styles of changes.
extension StyleSheet {
  static let changes = StyleSheet(
    """
    .change-card { font-family: var(--sans); font-size: 0.85rem; line-height: 1.45; margin: -0.4rem 0 0.8rem; }
    .change-row { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.1em 1.4em; overflow-wrap: anywhere; }
    .change-card code { background: none; padding: 0; }
    .change-values { font-size: 1.12em; margin-left: 0.3em; font-variant-numeric: tabular-nums; }
    .change-difference { font-weight: 600; font-variant-numeric: tabular-nums; }
    .change-difference.better { color: var(--good); } .change-difference.worse { color: var(--bad); }
    .change-examples {
      display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: 0.3rem 1.5rem;
      margin-top: 0.4rem;
    }
    .change-card .output-title { margin: 0 0 0.2rem; font-size: 0.8rem; font-weight: 400; color: var(--muted); }
    .change-card .images { grid-template-columns: repeat(5, minmax(0, 3.1rem)); gap: 0.4rem; margin: 0; }
    .change-card .image-caption { font-size: 0.68rem; }
    .series-before { --series: var(--muted); } .series-before .line { stroke-opacity: 0.7; }
    """)
}
