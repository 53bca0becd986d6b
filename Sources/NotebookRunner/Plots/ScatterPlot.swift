import Datasets
import NotebookResults
import Writing

/// A plot of the relation between two columns, class by class.
struct ScatterPlot {
  let x: PlottedColumn
  let y: PlottedColumn
  let part: PlottedPart
  let groups: [TableColumns.Group]

  private var thinning: SampleThinning { SampleThinning(count: x.values.count) }

  var chart: XYChart {
    let step = thinning.step
    return XYChart(
      title: .phrase(.scatter, [x.name, y.name]), x: .init(part.axisTitle(of: x), .plain),
      y: .init(part.axisTitle(of: y), .plain),
      series: groups.map { group in
        let points = group.rows.filter { $0 % step == 0 }.map { XYChart.Point(x.values[$0], y.values[$0]) }
        return .init(group.name.map(Words.verbatim), .points, points)
      }, reading: reading, numbers: numbers)
  }

  private var reading: Words {
    let count = NumberFormat.integer(x.values.count)
    let whole =
      Summary.correlation(x.values, y.values).map { correlation in
        Words.phrase(
          .scatterReading, [x.name, y.name, NumberFormat.fixed(correlation, digits: 2), count])
      } ?? .phrase(.scatterConstant, [x.name, y.name, count])
    return .joined([whole] + thinning.notes + part.notes(on: [x, y]))
  }

  /// A table with a row for each class, because nobody would read one of all points.
  private var numbers: Table {
    func row(_ title: Words, _ rows: [Int]) -> [Table.Cell] {
      let (x, y) = (rows.map { self.x.values[$0] }, rows.map { self.y.values[$0] })
      guard !rows.isEmpty else { return [.words(title), .integer(0)] + Array(repeating: .empty, count: 5) }
      let (first, second) = (Summary(x), Summary(y))
      return [
        .words(title), .integer(rows.count), .magnitude(first.mean), .magnitude(first.deviation),
        .magnitude(second.mean), .magnitude(second.deviation),
        Summary.correlation(x, y).map { .number($0, digits: 2) } ?? .empty,
      ]
    }
    let all = row(.label(.total), Array(x.values.indices))
    let named = groups.compactMap { group in group.name.map { row(.verbatim($0), group.rows) } }
    return Table(
      title: .phrase(.scatter, [x.name, y.name]),
      columns: [
        .init(.label(named.isEmpty ? .part : .class), .text), .init(.label(.samples), .number),
        .init(.phrase(.meanOf, [x.name]), .number), .init(.label(.deviation), .number),
        .init(.phrase(.meanOf, [y.name]), .number), .init(.label(.deviation), .number),
        .init(.label(.correlation), .number),
      ], rows: named + [all], footerRows: named.isEmpty ? 0 : 1)
  }
}
