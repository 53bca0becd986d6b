/// The styles of change cards.
extension StyleSheet {
  static let changes = StyleSheet(
    """
    .change-card {
      border: 1px solid var(--rule); border-radius: 10px; padding: 0.9rem 1.1rem 0.5rem; margin: 1rem 0 0.8rem;
      font-family: var(--sans); font-size: 0.88rem; line-height: 1.5; break-inside: avoid;
    }
    .change-card p { margin: 0 0 0.5em; }
    .change-card code { background: none; padding: 0; }
    .change-title { color: var(--muted); overflow-wrap: anywhere; }
    .change-title > code { color: var(--ink); font-weight: 600; }
    .change-body { display: flex; flex-wrap: wrap; gap: 0.4rem 1.5rem; align-items: center; }
    .change-words { flex: 1 1 14rem; }
    .change-result { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 0.7em; }
    .change-quantity { flex-basis: 100%; color: var(--muted); }
    .change-values { font-size: 1.15rem; font-variant-numeric: tabular-nums; }
    .change-difference { font-weight: 600; font-variant-numeric: tabular-nums; }
    .change-difference.better { color: var(--good); } .change-difference.worse { color: var(--bad); }
    .chart.sparkline { flex: 0 1 20rem; min-width: 0; width: 20rem; max-width: 100%; }
    .series-before { --series: var(--muted); }
    .sparkline .series-before .line { stroke-width: 1.5; }
    .change-card .images { grid-template-columns: repeat(auto-fill, minmax(3.4rem, 1fr)); gap: 0.5rem; }
    .change-card .image-caption { font-size: 0.72rem; }
    """)
}
