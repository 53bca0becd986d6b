import NotebookResults

/// The view of a layer chart in two sizes.
struct LayerChartView {
  let chart: LayerChart
  let context: ViewContext

  var markup: Markup {
    let wording = context.wording
    let description = [context.alternativeText, wording.describe(LayerChartReading(chart))]
      .compactMap(\.self).joined(separator: " ")
    let title = wording.chartTitle(
      quantity: wording.text(chart.quantity), along: wording.word(.layer), runs: 1)
    return .element("div", .class("chart-box"), context.anchor) {
      for size in context.sizes {
        LayerChartDrawing(chart, size: size, in: context).markup(
          in: ChartRoot(id: "\(context.id)-\(size.form.rawValue)", title: title, description: description))
      }
    }
  }

  /// The norms and what else was measured, as two tables.
  var numbers: Markup {
    let wording = context.wording
    let table = Table(
      title: .verbatim(wording.title(chart.quantity)),
      columns: [.init(.label(.layer), .text)]
        + chart.lines.map { .init(.verbatim(wording.word($0.role).sentenceCased), .number) },
      rows: chart.layers.enumerated().map { index, layer in
        [.code(layer)] + chart.lines.map { $0.values[index].map(Table.Cell.magnitude) ?? .empty }
      })
    return MarkupBuilder.buildArray(
      [table, chart.measurements].map { TableView(table: $0, context: context).markup })
  }
}
