/// A grid of values over two settings, each cell shaded by its value.
package struct HeatMap: Sendable, Hashable, Codable {
  package enum Cell: Sendable, Hashable, Codable {
    /// A value, with its place between the worst (0) and the best (1).
    case value(Double, shade: Double)
    case failed
    case empty
  }

  package let title: Words
  package let unit: LineChart.Unit
  package let rowName: Words
  package let columnName: Words
  package let rows: [String]
  package let columns: [String]
  /// `cells[row][column]`.
  package let cells: [[Cell]]
  /// The row and the column of the cell that is outlined; `nil` if there is none.
  package let best: [Int]?
  /// A sentence that says what the grid shows.
  package let reading: Words

  package init(
    title: Words, unit: LineChart.Unit, rowName: Words, columnName: Words, rows: [String], columns: [String],
    cells: [[Cell]], best: [Int]?, reading: Words
  ) {
    self.title = title
    self.unit = unit
    self.rowName = rowName
    self.columnName = columnName
    self.rows = rows
    self.columns = columns
    self.cells = cells
    self.best = best
    self.reading = reading
  }

  /// True if there is a cell for each row and column, and shades lie between 0 and 1.
  package var isSound: Bool {
    cells.count == rows.count
      && cells.allSatisfy { row in
        row.count == columns.count
          && row.allSatisfy { cell in
            if case .value(_, let shade) = cell { (0...1).contains(shade) } else { true }
          }
      }
  }
}
