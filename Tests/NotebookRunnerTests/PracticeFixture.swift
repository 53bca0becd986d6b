import Diagnostics
import Foundation

/// What planning a notebook warns of, for tests of the rules of good practice.
struct PracticeFixture {
  let found: [Diagnostic]
  let markers: [Character: Int]

  init(_ text: String) throws {
    let notebook = try TestNotebook(text)
    defer { notebook.remove() }
    found = try notebook.plan().diagnostics
    markers = notebook.markers
  }

  var codes: [String] { found.map(\.code) }
  var starts: [Int] { found.map(\.range.start) }
}

extension TestNotebook {
  /// A notebook that loads a CSV file whose classes are in the column `kind`, and shows it.
  init(showing table: String, _ options: String) throws {
    try self.init(
      """
      ```{load} rows
      dataset: {csv: {path: rows.csv, label: kind}}
      \(options)
      ```

      ```{show}
      data: rows
      ```

      """, data: ["rows.csv": Data(table.utf8)])
  }
}
