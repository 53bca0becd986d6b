import Datasets
import Engine
import NotebookResults
import Writing

/// One sample as numbers: a table row under its column names, or else a grid, with the picture of an image.
struct SampleView {
  let data: LabeledSamples
  let columns: ColumnNames?
  let index: Int

  var output: Output {
    let row = data.samples.row(index).map(Double.init)
    return columns.map { .table(table(row, $0)) } ?? .numberGrid(grid(row))
  }

  private var title: Words { .phrase(.sampleNumber, [String(index), data.label(at: index)]) }

  private func grid(_ row: [Double]) -> NumberGrid {
    let width = data.samples.shape.last ?? row.count
    return NumberGrid(
      title: title,
      values: stride(from: 0, to: row.count, by: width).map { Array(row[$0..<min($0 + width, row.count)]) },
      pixels: data.samples.areImages ? data.samples.pixels(index) : nil)
  }

  private func table(_ row: [Double], _ columns: ColumnNames) -> Table {
    let features = zip(columns.features, row).map { name, value -> [Table.Cell] in
      [.code(name), .words(.verbatim(NumberFormat.plain(value)))]
    }
    return Table(
      title: title, columns: [.init(.label(.column), .text), .init(.label(.value), .number)],
      rows: features + [[.code(columns.target), .words(.verbatim(data.label(at: index)))]], footerRows: 1)
  }
}
