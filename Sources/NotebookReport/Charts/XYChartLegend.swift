import NotebookResults

/// The names of an XY chart's series and of its reference.
struct XYChartLegend {
  private let chart: XYChart
  private let styles: [SeriesStyle]
  private let legend: SeriesLegend

  /// - Parameter styles: the styles of the series.
  init(
    _ chart: XYChart, _ styles: [SeriesStyle], beside heading: String, size: ChartSize, wording: any Wording
  ) {
    self.chart = chart
    self.styles = styles
    func entry(_ series: Int?, _ name: Words) -> SeriesLegend.Entry {
      .init(
        series: series, text: TextMeasure.shortened(wording.text(name), columns: 24),
        style: series.map { styles[$0] })
    }
    legend = SeriesLegend(
      chart.series.enumerated().compactMap { index, series in series.name.map { entry(index, $0) } }
        + (chart.reference.map { [entry(nil, $0.name)] } ?? []),
      beside: heading, size: size)
  }

  /// The number of lines below the title.
  var rows: Int { legend.rows }

  var markup: Markup { legend.markup(mark: mark) }

  @MarkupBuilder private func mark(_ series: Int?, _ x: Double, _ middle: Double) -> Markup {
    let form = series.map { chart.series[$0].form }
    switch form {
    case .rings:
      Markup.void(
        "circle", .class("ring"), Attribute("cx", x + 8), Attribute("cy", middle), Attribute("r", 5.5))
    case .strip:
      Markup.void("path", .class("bar"), Attribute("d", ChartPath.square(x + 8, middle, side: 9)))
    case .lowerEdge, .upperEdge, .crosses:
      Markup.void("path", .class("cross"), Attribute("d", ChartPath.cross(x + 8, middle)))
    case .dashes:
      Markup.void("path", .class("dash"), Attribute("d", ChartPath.dash(x + 8, middle)))
    default:
      if form != .points {
        Markup.void(
          "line", .class(form == nil ? "line training" : form == .thin ? "line thin" : "line"),
          Attribute("x1", x), Attribute("x2", x + 16), Attribute("y1", middle), Attribute("y2", middle))
      }
      if let series, form != .thin {
        Markup.void("path", .class("marker"), Attribute("d", styles[series].path(x + 8, middle)))
      }
    }
  }
}
