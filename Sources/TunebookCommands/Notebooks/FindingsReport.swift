import Diagnostics

/// What checking several notebooks found; the one place where it is decided whether that fails.
struct FindingsReport {
  private let notebooks: [LoadedNotebook]
  let fails: Bool

  /// - Parameter strict: whether warnings fail too.
  init(_ loaded: (notebooks: [LoadedNotebook], anyRefused: Bool), strict: Bool) {
    notebooks = loaded.notebooks
    fails =
      loaded.anyRefused
      || notebooks.contains { notebook in
        notebook.diagnostics.hasErrors || strict && !notebook.diagnostics.isEmpty
      }
  }

  func printText() {
    for notebook in notebooks where !notebook.diagnostics.isEmpty {
      let text = DiagnosticText(source: notebook.source, usesColor: Console.isTerminal)
      Console.print(text.render(notebook.diagnostics))
    }
    let all = notebooks.flatMap(\.diagnostics)
    let errors = all.count { $0.severity == .error }
    let warnings = all.count - errors
    let counts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
      .map { counted($0.0, $0.1) }
    if !counts.isEmpty {
      Console.print(counts.joined(separator: ", ") + (fails ? "; nothing was run" : ""))
    }
  }

  var json: String {
    DiagnosticJSON.render(notebooks.map { ($0.source, $0.diagnostics) })
  }
}
