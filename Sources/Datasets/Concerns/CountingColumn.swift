import Engine

extension CSVTable {
  /// The smallest number of rows in which a pattern means anything.
  static let fewestTellingRows = 10

  /// Returns the leading columns without a name that count the rows, as some programs write them.
  ///
  /// - Parameters:
  ///   - others: the columns that are no features.
  ///   - features: the numbers of all rows, row after row.
  static func indexColumns(
    _ rows: CSVRows, besides others: [Int], features: [Float], of columns: ColumnNames, in file: String
  ) -> [DataConcern] {
    if rows.hasHeader,
      let unnamed = rows.names.indices.first(where: { !others.contains($0) && isUnnamed(rows.names[$0]) })
    {
      return [.unnamedColumn(rows.place(ofColumn: unnamed), number: unnamed + 1)]
    }
    let width = columns.features.count
    // A single column is the only one to learn from, such as the time of a series.
    guard width > 1, features.count >= fewestTellingRows * width else { return [] }
    let counting = (0..<width).first { column in
      let first = features[column]
      return (first == 0 || first == 1)
        && (0..<(features.count / width)).allSatisfy { features[$0 * width + column] == first + Float($0) }
    }
    return counting.map {
      [.countingColumn(file: file, column: columns.features[$0], first: Int(features[$0]))]
    } ?? []
  }

  /// Returns true for an empty name, and for the one that pandas gives to a column without a name.
  private static func isUnnamed(_ name: String) -> Bool {
    name.allSatisfy(\.isWhitespace) || name.hasPrefix("Unnamed: ")
  }
}
