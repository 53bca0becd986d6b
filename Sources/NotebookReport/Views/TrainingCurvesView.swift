import NotebookResults

/// The view of a fit's charts, side by side on wide pages.
struct TrainingCurvesView {
  let curves: TrainingCurves
  let context: ViewContext

  var markup: Markup {
    .element("div", .class("chart-box"), context.anchor) {
      if standAlone {
        for (index, chart) in curves.charts.enumerated() {
          for size in context.sizes { self.chart(chart, index, size) }
        }
      } else {
        Markup.element("div", context.multiples) {
          for (index, chart) in curves.charts.enumerated() {
            self.chart(chart, index, .beside(context.style))
          }
        }
      }
      if let chart = curves.charts.first {
        LineNames(chart, in: context).cutOff
      }
    }
  }

  /// A Boolean value that is true if each chart has the width of the page.
  private var standAlone: Bool { curves.charts.count == 1 || context.style.columns == 1 }

  /// The numbers as a table.
  var numbers: Markup { TableView(table: curves.numbers, context: context).markup }

  private func chart(_ chart: LineChart, _ index: Int, _ size: ChartSize) -> Markup {
    let wording = context.wording
    let names = LineNames(chart, in: context)
    // The author's alternative text describes all charts, so it is given once.
    let description =
      [index == 0 ? context.alternativeText : nil, wording.describe(LineChartReading(chart))]
      + names.annotations
    let first = index == 0 ? nil : curves.charts[0]
    // The narrow drawing of a single chart is for telephones, which have no pointer.
    let answersPointer = size.isWide || !standAlone
    return LineChartDrawing(
      chart, after: first, size: size, answersPointer: answersPointer, context
    ).markup(
      in: ChartRoot(
        id: "\(context.id)-chart-\(index + 1)-\(size.form.rawValue)",
        title: names.title,
        description: description.compactMap(\.self).joined(separator: " ")))
  }
}
