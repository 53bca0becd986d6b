import NotebookResults

/// The view of a fit's charts, side by side on wide pages.
struct TrainingCurvesView {
  let curves: TrainingCurves
  let context: ViewContext

  var markup: Markup {
    .element("div", .class("chart-box")) {
      if curves.charts.count == 1 {
        for size in ChartSize.ofPage { chart(curves.charts[0], 0, size) }
      } else {
        Markup.element("div", .class("multiples")) {
          for (index, chart) in curves.charts.enumerated() { self.chart(chart, index, .narrow) }
        }
      }
    }
  }

  /// The numbers as a table.
  var numbers: Markup { TableView(table: curves.numbers, context: context).markup }

  private func chart(_ chart: LineChart, _ index: Int, _ size: ChartSize) -> Markup {
    let wording = context.wording
    let names = LineNames(chart, wording: wording)
    // The author's alternative text describes all charts, so it is given once.
    let description = [
      index == 0 ? context.alternativeText : nil, wording.describe(LineChartReading(chart)),
    ]
    let first = index == 0 ? nil : curves.charts[0]
    // The narrow drawing of a single chart is for telephones, which have no pointer.
    let answersPointer = size == .wide || curves.charts.count > 1
    return LineChartDrawing(
      chart, after: first, size: size, answersPointer: answersPointer, context
    ).markup(
      in: ChartRoot(
        id: "\(context.id)-chart-\(index + 1)-\(size.rawValue)",
        title: names.title,
        description: description.compactMap(\.self).joined(separator: " ")))
  }
}
