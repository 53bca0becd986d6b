import Diagnostics

extension NotebookExample {
  /// Returns a fit that changes options of the first one.
  package static func fit(_ options: String) -> NotebookExample {
    .cell("{fit} slow", "from: fast\n" + options)
  }

  /// Returns a fit of another model.
  package static func fit(of model: String) -> NotebookExample { .fit("model: \(model)") }

  /// Returns a model of images with these layers before its output, and a fit of it.
  package static func images(_ layers: String...) -> NotebookExample {
    let all = layers + ["flatten", "dense: {units: 10, activation: softmax}"]
    return .cell("{model} other", "layers:\n" + all.map { "  - \($0)" }.joined(separator: "\n"))
      + .fit(of: "other")
  }
}
