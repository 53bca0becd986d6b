import Diagnostics

/// The findings of several notebooks, and the decision whether they are a failure.
struct FindingsReport {
  private let notebooks: [LoadedNotebook]
  let fails: Bool

  /// - Parameter strict: true if warnings are failures too.
  init(_ notebooks: [LoadedNotebook], strict: Bool) {
    self.notebooks = notebooks
    fails = notebooks.contains { Self.fail($0.diagnostics, strict: strict) }
  }

  /// Returns true if the findings are a failure of a check or a run.
  static func fail(_ findings: [Diagnostic], strict: Bool) -> Bool {
    findings.hasErrors || strict && !findings.isEmpty
  }

  /// Returns the numbers of errors and warnings in words, without those that are zero.
  static func counts(of findings: [Diagnostic]) -> [String] {
    let errors = findings.count { $0.severity == .error }
    return [(errors, "error"), (findings.count - errors, "warning")].filter { $0.0 > 0 }
      .map { counted($0.0, $0.1) }
  }

  /// - Parameter consequence: the words to add in case of failure.
  func printText(consequence: String? = nil) {
    for notebook in notebooks where !notebook.diagnostics.isEmpty {
      Console.print(notebook.diagnostics, in: notebook.source)
    }
    let counts = Self.counts(of: notebooks.flatMap(\.diagnostics))
    if !counts.isEmpty {
      let mendable = notebooks.map { FixedSource($0.source, diagnostics: $0.diagnostics).count }.reduce(0, +)
      let hint = mendable > 0 ? "; `tunebook check --fix` mends \(mendable)" : ""
      let end = fails ? consequence.map { "; " + $0 } ?? "" : ""
      Console.print(counts.joined(separator: ", ") + end + hint)
    }
  }

  /// The text of all findings, without colours.
  var text: String {
    notebooks.filter { !$0.diagnostics.isEmpty }
      .map { DiagnosticText(source: $0.source).render($0.diagnostics) }.joined(separator: "\n")
  }

  var json: String {
    DiagnosticJSON.render(notebooks.map { ($0.source, $0.diagnostics) })
  }
}
