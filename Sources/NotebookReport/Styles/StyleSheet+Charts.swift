/// The styles of charts.
extension StyleSheet {
  static let charts = StyleSheet(
    """
    .chart-box { margin: 0 0 1rem; }
    .chart { display: block; width: 100%; height: auto; font-family: var(--sans); overflow: visible; }
    .chart.narrow { display: none; }
    .multiples { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)); gap: 1rem 1.5rem; }
    .multiples > .chart { display: block; max-width: 26rem; }
    .chart text {
      fill: var(--muted); font-variant-numeric: tabular-nums lining-nums; text-rendering: geometricPrecision;
    }
    .chart .quantity { fill: var(--ink); font-weight: 650; }
    .chart .grid { stroke: var(--grid); stroke-width: 1; } .chart .tick { stroke: var(--muted); stroke-width: 1; }
    .chart .line { fill: none; stroke: var(--series); stroke-width: 2.25; stroke-linejoin: round; }
    .chart .line.broad { stroke-width: 7; stroke-opacity: 0.35; stroke-linecap: round; }
    .chart .line.training { stroke-width: 1.75; stroke-dasharray: 5 4; }
    .chart .marker { fill: var(--series); }
    .chart .marker.open { fill-opacity: 0.35; stroke: var(--series); stroke-width: 1; }
    .chart .area { fill: var(--series); fill-opacity: 0.13; }
    .chart .best { fill: none; stroke: var(--series); stroke-width: 1.75; }
    .chart .leader { fill: none; stroke: var(--series); stroke-width: 0.75; opacity: 0.6; }
    .chart .label { fill: var(--series); font-weight: 600; } .chart .label.training { font-weight: 400; }
    .chart .category { fill: var(--ink); }
    .chart .bar { fill: var(--series); stroke: var(--series); stroke-width: 1; }
    .chart .bar.framed { fill: color-mix(in srgb, var(--series) 25%, var(--paper)); }
    .chart .legend { --series: var(--muted); }
    .chart .hover circle { fill: transparent; }
    .series-0 { --series: var(--series-0); } .series-1 { --series: var(--series-1); }
    .series-2 { --series: var(--series-2); } .series-3 { --series: var(--series-3); }
    .series-4 { --series: var(--series-4); } .series-5 { --series: var(--series-5); }
    .numbers { font-family: var(--sans); font-size: 0.8rem; color: var(--muted); }
    .numbers > summary { width: fit-content; padding: 0.2em 0; } .numbers > summary:hover { color: var(--ink); }
    .numbers table { color: var(--ink); font-size: 0.8rem; margin-top: 0.4em; }
    """)
}
