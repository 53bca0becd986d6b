import NotebookResults

/// The view of a dot plot in two sizes.
struct DotPlotView {
  let chart: DotPlot
  let context: ViewContext

  var markup: Markup {
    let wording = context.wording
    let description = [context.alternativeText, wording.describe(DotPlotReading(chart))]
      .compactMap(\.self).joined(separator: " ")
    return .element("div", .class("chart-box"), context.anchor) {
      for size in context.sizes {
        DotPlotDrawing(chart, size: size, in: context).markup(
          in: ChartRoot(
            id: "\(context.id)-\(size.form.rawValue)", title: wording.title(chart.title),
            description: description)
        )
      }
    }
  }

  /// The numbers as a table.
  var numbers: Markup { TableView(table: chart.numbers, context: context).markup }
}
