import NotebookResults

/// The view of a dot plot in two sizes, with its numbers in a folded table.
struct DotPlotView {
  let chart: DotPlot
  let context: ViewContext

  var markup: Markup {
    let wording = context.wording
    let description = [context.alternativeText, wording.describe(DotPlotReading(chart))]
      .compactMap(\.self).joined(separator: " ")
    return ChartBox.markup(wording) {
      for size in ChartSize.allCases {
        DotPlotDrawing(chart, size: size, wording: wording).markup(
          in: ChartRoot(
            id: "\(context.id)-\(size.rawValue)", title: wording.title(chart.title), description: description)
        )
      }
    } numbers: {
      TableView(table: chart.numbers, context: context).markup
    }
  }
}
