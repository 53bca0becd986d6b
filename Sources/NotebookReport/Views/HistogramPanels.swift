import NotebookResults
import Writing

/// The histograms of several classes as panels with the same axes, which one sentence names for all.
struct HistogramPanels {
  private let chart: XYChart
  private let context: ViewContext

  /// - Returns: `nil` if the chart is not of several histograms.
  init?(_ chart: XYChart, context: ViewContext) {
    guard chart.series.count > 1, chart.series.allSatisfy({ $0.form == .histogram }) else { return nil }
    self.chart = chart
    self.context = context
  }

  private var wording: any Wording { context.wording }

  @MarkupBuilder var markup: Markup {
    Markup.element("p", .class("output-title")) { wording.title(chart.title) }
    Markup.element("div", .class("multiples panels")) {
      for (index, series) in chart.series.enumerated() { panel(index, series) }
    }
    Markup.element("p", .class("note")) { wording.markup(.phrase(.sameAxes, [wording.text(chart.x.name)])) }
  }

  private func panel(_ index: Int, _ series: XYChart.Series) -> Markup {
    let name = series.name.map(wording.text) ?? ""
    let own = XYChart(
      title: .verbatim(name), x: .init(.verbatim(""), chart.x.unit), y: .init(.verbatim(""), chart.y.unit),
      series: [.init(nil, series.form, series.points)], reading: chart.reading, numbers: chart.numbers)
    let count = NumberFormat.fixed(series.points.reduce(0) { $0 + $1.y }, digits: 0)
    // The author's words and the sentence about the whole are said once.
    let whole = index == 0 ? [context.alternativeText, wording.text(chart.reading)] : []
    return XYChartDrawing(own, among: [chart], isFirst: false, size: .small, in: context).markup(
      in: ChartRoot(
        id: "\(context.id)-\(index + 1)-panel",
        title: wording.title(chart.title) + wording.listSeparator + name,
        description: (whole + ["\(wording.text(chart.y.name)): \(count)"]).compactMap(\.self)
          .joined(separator: " ")))
  }
}
