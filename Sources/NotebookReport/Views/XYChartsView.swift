import NotebookResults
import Writing

/// XY charts, several of them and square ones side by side where there is room.
struct XYChartsView {
  let charts: [XYChart]
  let context: ViewContext

  init(charts: [XYChart], context: ViewContext) {
    self.charts = charts.map { $0.named(by: context.style) }
    self.context = context
  }

  private var wording: any Wording { context.wording }

  var markup: Markup {
    .element("div", .class("chart-box"), context.anchor) {
      if charts.count == 1, let panels = HistogramPanels(charts[0], context: context) {
        panels.markup
      } else if charts.count > 1 && context.style.columns != 1 || charts.allSatisfy(\.isSquare) {
        Markup.element("div", context.multiples) {
          for index in charts.indices { drawing(index, .beside(context.style)) }
        }
      } else {
        for index in charts.indices {
          for size in context.sizes { drawing(index, size) }
        }
      }
      cutOff
      for chart in charts {
        if !wording.text(chart.reading).isEmpty {
          Markup.element("p", .class("reading")) { wording.markup(chart.reading) }
        }
      }
    }
  }

  /// The note that values are outside the vertical axis, if some are.
  private var cutOff: Markup? {
    guard let limits = context.style.ylim, let unit = charts.first?.y.unit else { return nil }
    let points = charts.flatMap(\.series).filter { !$0.form.isAtEdge }.flatMap(\.points)
    return CutOffNote(limits: limits, values: points.map(\.y).filter(\.isFinite), wording: wording) { value in
      unit == .fraction ? NumberFormat.percent(value, digits: 1) : NumberFormat.plain(value)
    }.markup
  }

  /// Returns the sentence that says what a chart shows, or else the names of its curves.
  private func description(of chart: XYChart) -> String {
    let reading = wording.text(chart.reading)
    let names = chart.series.compactMap { $0.name.map(wording.text) }
    let quantity = chart.y.isNamed ? wording.text(chart.y.name) : wording.title(chart.title)
    return reading.isEmpty
      ? quantity + wording.colon + names.joined(separator: wording.listSeparator) : reading
  }

  /// The numbers of each chart as a table.
  var numbers: Markup {
    MarkupBuilder.buildArray(
      charts.map { chart in
        TableView(table: chart.numbers, title: charts.count > 1 ? chart.title : nil, context: context).markup
      })
  }

  private func drawing(_ index: Int, _ size: ChartSize) -> Markup {
    let chart = charts[index]
    // The author's words are about the whole, and are said once.
    let description = [index == 0 ? context.alternativeText : nil, self.description(of: chart)]
    // Values of one quantity are compared from chart to chart.
    let peers = charts.filter { $0.y == chart.y }
    return XYChartDrawing(chart, among: peers, isFirst: index == 0, size: size, in: context).markup(
      in: ChartRoot(
        id: "\(context.id)-\(index + 1)-\(size.form.rawValue)", title: wording.title(chart.title),
        description: description.compactMap(\.self).joined(separator: " ")))
  }
}
