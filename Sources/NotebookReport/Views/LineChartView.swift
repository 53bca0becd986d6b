import NotebookResults

/// The view of a line chart in two sizes.
struct LineChartView {
  let chart: LineChart
  let context: ViewContext

  init(chart: LineChart, context: ViewContext) {
    (self.chart, self.context) = context.naming(runsOf: chart)
  }

  var markup: Markup {
    let wording = context.wording
    let names = LineNames(chart, in: context)
    let computed = wording.describe(LineChartReading(chart))
    let bands = names.hasBands ? wording.describeBands(names.bandRuns, haveDeviations: names.hasSpreads) : nil
    let description = ([context.alternativeText, computed, bands] + names.annotations)
      .compactMap(\.self).joined(separator: " ")
    return .element("div", .class("chart-box"), context.anchor) {
      for size in context.sizes {
        LineChartDrawing(chart, size: size, answersPointer: size.isWide, context).markup(
          in: ChartRoot(
            id: "\(context.id)-\(size.form.rawValue)", title: names.title, description: description))
      }
      names.cutOff
    }
  }

  /// The numbers as a table.
  var numbers: Markup {
    let names = LineNames(chart, in: context)
    let lines = chart.lines.map { line in
      (
        values: [line.values]
          + (line.band.map { [$0.deviation, $0.lowest, $0.highest].compactMap(\.self) } ?? []),
        indices: Dictionary(line.values.indices.map { (line.place(at: $0), $0) }) { first, _ in first }
      )
    }
    let columns =
      [Table.Column(chart.x.name, .number)]
      + chart.lines.flatMap { line in
        let title = columnTitle(line, names)
        let deviation = line.band?.deviation == nil ? [] : [context.wording.word(.standardDeviation)]
        let ends = line.band == nil ? [] : deviation + [context.wording.lowest, context.wording.highest]
        return ([title] + ends.map { title + context.wording.listSeparator + $0 }).map {
          Table.Column(.verbatim($0), .number)
        }
      }
    let rows = Set(lines.flatMap(\.indices.keys)).sorted().map { place in
      [Int(exactly: place).map(Table.Cell.integer) ?? .magnitude(place)]
        + lines.flatMap { line in
          line.values.map { values -> Table.Cell in
            guard let index = line.indices[place] else { return .empty }
            return cell(values[index])
          }
        }
    }
    let table = Table(title: .verbatim(names.quantity.sentenceCased), columns: columns, rows: rows)
    return TableView(table: table, context: context).markup
  }

  private func cell(_ value: Double) -> Table.Cell {
    switch chart.unit {
    case .fraction: .percent(value, digits: 2)
    case .plain: .number(value, digits: 4)
    case .anySize: .magnitude(value)
    }
  }

  /// The header of a run's column, which keeps the author's spelling.
  private func columnTitle(_ line: LineChart.Line, _ names: LineNames) -> String {
    names.runs.count == 1 ? names.full(line).sentenceCased : names.full(line)
  }
}
