import Diagnostics

extension NotebookExample {
  /// Returns a fit that changes options of the first one.
  package static func fit(_ options: String) -> NotebookExample {
    .cell("{fit} slow", "from: fast\n" + options)
  }

  /// Returns a fit of another model.
  package static func fit(of model: String) -> NotebookExample { .fit("model: \(model)") }
}
