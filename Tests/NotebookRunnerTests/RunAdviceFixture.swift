import Diagnostics
import NotebookResults
import NotebookRunner

/// What is said of a notebook that has run, for tests of the rules of good practice that need results.
struct RunAdviceFixture {
  /// The code and the place of each finding, as written.
  let findings: [String]
  let messages: [String]
  let outcome: NotebookOutcome

  init(_ text: String, settings: [(name: String, value: String)] = []) async throws {
    let notebook = try TestNotebook(text)
    defer { notebook.remove() }
    guard let plan = try notebook.plan(settings: settings).plan else {
      throw TestFailure(DiagnosticText(source: notebook.source).render(try notebook.plan().diagnostics))
    }
    outcome = try await notebook.run(settings: settings)
    let found = RunProblem.findings(in: outcome, of: plan).sortedByPlace
    findings = found.map { "\($0.code) \(notebook.source[$0.range])" }
    messages = found.map(\.message)
  }

  /// The flowers' cells, with two fits of like accuracy and one that has hardly begun.
  static let cells =
    TestNotebook.flowerCells + """
      ```{fit} twin
      from: quick
      seed: 0
      ```

      ```{fit} trained
      from: quick
      epochs: 60
      ```

      ```{fit} untrained
      from: quick
      optimizer: {sgd: 0.0001}
      epochs: 1
      ```


      """
}
