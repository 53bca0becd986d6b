import Engine

extension CSVTable {
  /// The smallest number of rows in which a pattern means anything.
  static let fewestTellingRows = 10

  /// Returns the leading columns without a name that count the rows, as some programs write them.
  ///
  /// - Parameters:
  ///   - header: the names in the first row with their places; `nil` if there are none.
  ///   - others: the columns that are no features.
  ///   - rows: the features, row after row.
  static func indexColumns(
    header: [(name: String, place: CSVPlace)]?, besides others: [Int], rows: [Float],
    of columns: ColumnNames, in file: String
  ) -> [DataConcern] {
    if let header,
      let unnamed = header.indices.first(where: { !others.contains($0) && isUnnamed(header[$0].name) })
    {
      return [.unnamedColumn(header[unnamed].place, number: unnamed + 1)]
    }
    let width = columns.features.count
    // A single column is the only one to learn from, such as the time of a series.
    guard width > 1, rows.count >= fewestTellingRows * width else { return [] }
    let counting = (0..<width).first { column in
      let first = rows[column]
      return (first == 0 || first == 1)
        && (0..<(rows.count / width)).allSatisfy { rows[$0 * width + column] == first + Float($0) }
    }
    return counting.map {
      [.countingColumn(file: file, column: columns.features[$0], first: Int(rows[$0]))]
    } ?? []
  }

  /// Returns true for an empty name, and for the one that pandas gives to a column without a name.
  private static func isUnnamed(_ name: String) -> Bool {
    name.allSatisfy(\.isWhitespace) || name.hasPrefix("Unnamed: ")
  }
}
