import Diagnostics

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
