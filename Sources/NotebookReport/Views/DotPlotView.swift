import NotebookResults

/// The view of a dot plot in two sizes.
struct DotPlotView {
  let chart: DotPlot
  let context: ViewContext

  /// The largest number of categories that are drawn.
  private static let mostCategories = 100

  var markup: Markup {
    let wording = context.wording
    let description = [context.alternativeText, wording.describe(DotPlotReading(chart))]
      .compactMap(\.self).joined(separator: " ")
    return .element("div", .class("chart-box"), context.anchor) {
      for size in context.sizes {
        DotPlotDrawing(chart.largest(Self.mostCategories), size: size, in: context).markup(
          in: ChartRoot(
            id: "\(context.id)-\(size.form.rawValue)", title: wording.title(chart.title),
            description: description)
        )
      }
      if chart.categories.count > Self.mostCategories {
        Markup.element("p", .class("note")) {
          wording.drawn(Self.mostCategories, of: chart.categories.count)
        }
      }
    }
  }

  /// The numbers as a table.
  var numbers: Markup { TableView(table: chart.numbers, context: context).markup }
}
