import NotebookResults

/// The view of parallel coordinates in two sizes.
struct ParallelCoordinatesView {
  let chart: ParallelCoordinates
  let context: ViewContext

  var markup: Markup {
    let wording = context.wording
    let description = [context.alternativeText, wording.text(chart.reading)]
      .compactMap(\.self).joined(separator: " ")
    return .element("div", .class("chart-box"), context.anchor) {
      for size in context.sizes {
        ParallelCoordinatesDrawing(chart, size: size, in: context).markup(
          in: ChartRoot(
            id: "\(context.id)-\(size.form.rawValue)", title: wording.title(chart.title),
            description: description)
        )
      }
      Markup.element("p", .class("reading")) { wording.markup(chart.reading) }
    }
  }

  /// The numbers as a table.
  var numbers: Markup { TableView(table: chart.numbers, context: context).markup }
}
