import Datasets
import NotebookResults
import Writing

/// A plot of the distribution of a column's values, class by class.
struct HistogramPlot {
  let column: PlottedColumn
  let part: PlottedPart
  let groups: [TableColumns.Group]
  let binCount: Int?

  var chart: XYChart {
    let bins = HistogramBins(column.values, count: binCount)
    let counts = groups.map { bins.counts(of: values(of: $0)) }
    return XYChart(
      title: .phrase(.histogram, [column.name]), x: .init(part.axisTitle(of: column), .plain),
      y: .init(.label(.samples), .count),
      series: zip(groups, counts).map { group, counts in
        let points = zip(bins.edges, counts + [0]).map { XYChart.Point($0, Double($1)) }
        return .init(group.name.map(Words.verbatim), .histogram, points)
      }, reading: reading, numbers: numbers(bins, counts))
  }

  private func values(of group: TableColumns.Group) -> [Double] { group.rows.map { column.values[$0] } }

  private var reading: Words {
    let summary = Summary(column.values)
    let whole = Words.phrase(
      .histogramReading,
      [
        column.name, text(summary.least), text(summary.greatest), NumberFormat.integer(summary.count),
        text(summary.mean), text(summary.median),
      ])
    let named = groups.filter { !$0.rows.isEmpty }.compactMap { group in
      group.name.map { "\($0) \(text(Summary(values(of: group)).mean))" }
    }
    let ofClasses: [Words] = named.count < 2 ? [] : [.phrase(.meansByClass, [named.joined(separator: ", ")])]
    return .joined([whole] + ofClasses + part.notes(on: [column]))
  }

  private func numbers(_ bins: HistogramBins, _ counts: [[Int]]) -> Table {
    Table(
      title: .phrase(.histogram, [column.name]),
      columns: [.init(.label(.lowerEdge), .number), .init(.label(.upperEdge), .number)]
        + groups.map { .init($0.name.map(Words.verbatim) ?? .label(.samples), .number) },
      rows: zip(bins.edges, bins.edges.dropFirst()).enumerated().map { index, edges in
        [.magnitude(edges.0), .magnitude(edges.1)]
          + counts.map { .integer($0[index]) }
      })
  }

  private func text(_ number: Double) -> String { NumberFormat.significant(number) }
}
