import Diagnostics

/// A place in a CSV file: 1-based line and column, the column counted in characters.
package struct CSVPlace: Sendable, Hashable, Codable, CustomStringConvertible {
  package let file: String
  package let line: Int
  package let column: Int

  package init(_ file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  package var description: String { "\(file):\(line):\(column)" }
}

extension CSVPlace: Placeholder {
  package static var placeholder: CSVPlace { CSVPlace("", line: 1, column: 1) }
}
