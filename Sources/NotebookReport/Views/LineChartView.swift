import NotebookResults

/// The view of a line chart in two sizes, with its numbers in a folded table.
struct LineChartView {
  let chart: LineChart
  let context: ViewContext

  var markup: Markup {
    let wording = context.wording
    let names = LineNames(chart, wording: wording)
    let title = wording.chartTitle(
      quantity: names.quantity, runs: names.runs.count)
    let computed = wording.describe(LineChartReading(chart))
    let bands = names.hasBands ? wording.describeBands(names.bandRuns) : nil
    let description = [context.alternativeText, computed, bands].compactMap(\.self).joined(separator: " ")
    return .element("div", .class("chart-box")) {
      for size in ChartSize.allCases {
        LineChartDrawing(chart, size: size, wording: wording).markup(
          in: ChartRoot(id: "\(context.id)-\(size.rawValue)", title: title, description: description))
      }
      Markup.element("details", .class("numbers")) {
        Markup.element("summary") { wording.numbersAsTable }
        numbers(names)
      }
    }
  }

  private func numbers(_ names: LineNames) -> Markup {
    let epochs = chart.lines.map(\.values.count).max() ?? 0
    let columns =
      [Table.Column(.label(.epoch), .number)]
      + chart.lines.flatMap { line in
        let title = columnTitle(line, names)
        let ends = line.band == nil ? [] : [context.wording.lowest, context.wording.highest]
        return ([title] + ends.map { "\(title), \($0)" }).map { Table.Column(.verbatim($0), .number) }
      }
    let rows = (0..<epochs).map { epoch in
      [Table.Cell.integer(epoch + 1)]
        + chart.lines.flatMap { line in
          line.valuesAndEdges.map { values -> Table.Cell in
            guard values.indices.contains(epoch) else { return .empty }
            let value = values[epoch]
            return chart.unit == .fraction ? .percent(value, digits: 2) : .number(value, digits: 4)
          }
        }
    }
    let table = Table(title: .verbatim(names.quantity.sentenceCased), columns: columns, rows: rows)
    return TableView(table: table, context: context).markup
  }

  /// The header of a run's column, which keeps the author's spelling.
  private func columnTitle(_ line: LineChart.Line, _ names: LineNames) -> String {
    names.runs.count == 1 ? names.full(line).sentenceCased : names.full(line)
  }
}
