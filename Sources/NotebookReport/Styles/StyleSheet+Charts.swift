/// The styles of charts.
extension StyleSheet {
  static let charts = StyleSheet(
    """
    .chart-box { margin: 0 0 1rem; }
    .reading + :is(.scroll, .chart-box), :is(.confusion-box, .scroll) + .chart-box { margin-top: 1.2rem; }
    .chart { display: block; max-width: 100%; height: auto; font-family: var(--sans); overflow: visible; }
    .chart:not([width]) { width: 100%; }
    .chart.narrow { display: none; }
    .multiples { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)); gap: 1rem 1.5rem; }
    .multiples .chart { display: block; max-width: min(26rem, 100%); }
    @media (min-width: 44rem) {
      .multiples.columns-2 { grid-template-columns: repeat(2, minmax(0, 1fr)); }
      .multiples.columns-3 { grid-template-columns: repeat(3, minmax(0, 1fr)); }
    }
    .multiples.panels { grid-template-columns: repeat(auto-fill, minmax(min(10rem, 100%), 1fr)); gap: 0.6rem 1rem; }
    .panels .marker { display: none; }
    .chart text {
      fill: var(--muted); font-variant-numeric: tabular-nums lining-nums; text-rendering: geometricPrecision;
    }
    .chart .quantity { fill: var(--ink); font-weight: 650; }
    .chart .grid { stroke: var(--grid); stroke-width: 1; } .chart .tick { stroke: var(--muted); stroke-width: 1; }
    .chart .line { fill: none; stroke: var(--series); stroke-width: 2.25; stroke-linejoin: round; }
    .chart .line.broad { stroke-width: 7; stroke-opacity: 0.35; stroke-linecap: round; }
    .chart .line.thin { stroke: var(--muted); stroke-width: 0.9; stroke-opacity: 0.4; }
    .chart .line.trial { stroke-width: 1.3; stroke-opacity: 0.75; }
    .chart .line.failed { stroke: var(--bad); stroke-width: 0.9; stroke-dasharray: 3 3; stroke-opacity: 0.7; }
    .chart .line.best-trial { stroke-width: 4; }
    .chart .ring { fill: none; stroke: var(--ink); stroke-width: 2; }
    .chart .cross { fill: none; stroke: var(--bad); stroke-width: 1.75; }
    .chart .dash { fill: none; stroke: var(--ink); stroke-width: 2.5; }
    .chart .haloed { paint-order: stroke; stroke: var(--paper); stroke-width: 3.5px; stroke-linejoin: round; }
    .chart [class^="shade-"] .marker.open { fill-opacity: 1; stroke-width: 3; }
    .chart .line.training { stroke-width: 1.75; stroke-dasharray: 5 4; }
    .chart .chance { fill: none; stroke: var(--muted); stroke-width: 1; stroke-dasharray: 2 3; }
    .chart .marker { fill: var(--series); }
    .chart .marker.open { fill-opacity: 0.35; stroke: var(--series); stroke-width: 1; }
    .chart .marker.hollow { fill: none; stroke: var(--series); stroke-width: 1.75; }
    .chart .bar { fill: var(--muted); fill-opacity: 0.45; }
    .chart .area { fill: var(--series); fill-opacity: 0.13; }
    .chart .area.spread { fill-opacity: 0.24; }
    .chart .best { fill: none; stroke: var(--series); stroke-width: 1.75; }
    .chart .leader { fill: none; stroke: var(--series); stroke-width: 0.75; opacity: 0.6; }
    .chart .label { fill: var(--series); font-weight: 600; } .chart .label.training { font-weight: 400; }
    .chart .category { fill: var(--ink); }
    .chart .dot { stroke: var(--series); stroke-width: 1.75; stroke-linejoin: round; }
    .chart .link { fill: none; stroke: var(--muted); stroke-width: 2; stroke-opacity: 0.45; }
    .chart .legend { --series: var(--muted); }
    .chart .hover :is(circle, path) { fill: transparent; }
    .hover > g > * + * { visibility: hidden; pointer-events: none; } .hover > g:hover > * { visibility: visible; }
    .hover path + path { stroke: var(--muted); }
    .chart .hover text {
      fill: var(--series, var(--muted)); font-weight: 600; paint-order: stroke; stroke: var(--paper); stroke-width: 4px;
    }
    .chart .hover :is(.training, .series-before) { font-weight: 400; }
    .run-mark { width: 0.8em; height: 0.8em; margin-right: 0.45em; fill: var(--series); }
    .series-0 { --series: var(--series-0); } .series-1 { --series: var(--series-1); }
    .series-2 { --series: var(--series-2); } .series-3 { --series: var(--series-3); }
    .series-4 { --series: var(--series-4); } .series-5 { --series: var(--series-5); }
    .shade-0 { --shade: 0%; } .shade-1 { --shade: 11%; } .shade-2 { --shade: 22%; } .shade-3 { --shade: 33%; }
    .shade-4 { --shade: 44%; } .shade-5 { --shade: 56%; } .shade-6 { --shade: 67%; } .shade-7 { --shade: 78%; }
    .shade-8 { --shade: 89%; } .shade-9 { --shade: 100%; }
    [class^="shade-"] { --series: color-mix(in srgb, var(--best) var(--shade), var(--worst)); }
    .numbers table { color: var(--ink); font-size: 0.8rem; margin-top: 0.4em; }
    """)
}
