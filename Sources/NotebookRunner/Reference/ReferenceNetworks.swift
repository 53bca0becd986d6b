import Diagnostics

extension ProblemReference.Example {
  /// Another model and a fit of it.
  static func network(_ layers: String...) -> Self {
    .cell("{model} other", "layers:\n" + layers.map { "  - \($0)" }.joined(separator: "\n"))
      + .fit(of: "other")
  }

  /// A fit on a table of flowers.
  static func flowers(testSplit: Double? = nil, _ options: String) -> Self {
    let split = testSplit.map { "\ntest_split: \($0)" } ?? ""
    return .cell("{load} flowers", "dataset: {csv: {path: flowers.csv, label: kind}}" + split)
      + .cell("{model} small", "layers: [{dense: {units: 3, activation: softmax}}]")
      + .cell("{fit} slow", "model: small\ndata: flowers\n" + options)
  }

  /// A fit that predicts numbers.
  static func numbers(_ layer: String, _ options: String) -> Self {
    .cell("{load} numbers", "dataset: {csv: {path: numbers.csv, target: kind}}")
      + .cell("{model} line", "layers: [\(layer)]")
      + .cell("{fit} slow", "model: line\ndata: numbers\n" + options)
  }
}
