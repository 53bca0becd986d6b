import Diagnostics
import NotebookRunner
import Testing

@Suite struct ReferenceExampleTests {
  struct Case: CustomTestStringConvertible {
    let entry: Reference.Entry
    var testDescription: String { "\(entry.subject) \(entry.name)" }
  }

  /// What has a name in the reference alone.
  private static let unspoken = ["front_matter", "cell", "expressions"]

  static let cases = Reference().entries.map(Case.init)

  @Test(
    "Whatever stands in cells has an example that uses it, has nothing wrong, and runs.", arguments: cases)
  func runs(_ entry: Case) async throws {
    let example = try #require(entry.entry.example, "there is no example")
    let name = entry.entry.name
    if !Self.unspoken.contains(name) {
      #expect(example.text.contains(try Regex("\\b\(name)\\b")), "\(example.text)")
    }
    let notebook = try TestNotebook(example.notebook, data: ProblemReferenceTests.tables)
    defer { notebook.remove() }
    #expect(try notebook.plan().diagnostics.map(\.message) == [], "\(example.text)")

    let quick = try TestNotebook(example.notebook.withBlankDigits, data: ProblemReferenceTests.tables)
    defer { quick.remove() }
    let plan = try #require(try quick.plan().plan)
    let outcome = try await quick.run()
    #expect(RunProblem.findings(in: outcome, of: plan).map(\.message) == [], "\(example.text)")
  }
}
