import NotebookResults

/// The names of a dot plot's series, if there are several, and of its reference.
struct DotPlotLegend {
  private let legend: SeriesLegend

  init(_ chart: DotPlot, beside heading: String, size: ChartSize, wording: any Wording) {
    let series = chart.series.count > 1 ? chart.series.enumerated().map { ($0.offset, $0.element.name) } : []
    legend = SeriesLegend(
      series.map { .init(series: $0.0, text: wording.text($0.1)) }
        + (chart.reference.map { [.init(series: nil, text: wording.text($0.name))] } ?? []),
      beside: heading, size: size)
  }

  /// The baseline of the last line.
  var bottom: Double { legend.bottom }

  var markup: Markup {
    legend.markup { series, x, middle in
      if let series {
        .void("path", .class("marker dot"), Attribute("d", SeriesStyle(series).path(x + 8, middle)))
      } else {
        .void("path", .class("line training"), Attribute("d", "M\(ChartPath.text((x, middle)))h16"))
      }
    }
  }
}
