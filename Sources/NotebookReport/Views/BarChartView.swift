import NotebookResults

/// The view of a bar chart in two sizes.
struct BarChartView {
  let chart: BarChart
  let context: ViewContext

  var markup: Markup {
    let wording = context.wording
    let description = [context.alternativeText, wording.describe(BarChartReading(chart))]
      .compactMap(\.self).joined(separator: " ")
    return .element("div", .class("chart-box")) {
      for size in ChartSize.allCases {
        BarChartDrawing(chart, size: size, wording: wording).markup(
          in: ChartRoot(
            id: "\(context.id)-\(size.rawValue)", title: wording.title(chart.title), description: description)
        )
      }
    }
  }

  /// The numbers as a table.
  var numbers: Markup { TableView(table: chart.numbers, context: context).markup }
}
