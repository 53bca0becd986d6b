import Diagnostics

extension NotebookExample {
  /// A fit that changes something of the first.
  package static func fit(_ options: String) -> NotebookExample {
    .cell("{fit} slow", "from: fast\n" + options)
  }

  /// A fit of another model.
  package static func fit(of model: String) -> NotebookExample { .fit("model: \(model)") }
}
