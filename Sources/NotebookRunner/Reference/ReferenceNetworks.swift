import Diagnostics

extension NotebookExample {
  /// Returns another model and a fit of it.
  static func network(of layers: [String]) -> NotebookExample {
    .cell("{model} other", "layers:\n" + layers.map { "  - \($0)" }.joined(separator: "\n"))
      + .fit(of: "other")
  }

  /// Returns a model of these layers after `flatten`, and a fit of it.
  static func network(_ layers: String...) -> NotebookExample { network(of: ["flatten"] + layers) }

  /// Returns a fit on a table of flowers.
  static func flowers(testSplit: Double? = nil, _ options: String) -> NotebookExample {
    let split = testSplit.map { "\ntest_split: \($0)" } ?? ""
    return .cell("{load} flowers", "dataset: {csv: {path: flowers.csv, label: kind}}" + split)
      + .cell("{model} small", "layers: [{dense: {units: 3, activation: softmax}}]")
      + .cell("{fit} slow", "model: small\ndata: flowers\n" + options)
  }

  /// The windows of a series.
  static let waves: NotebookExample = .cell(
    "{load} waves", "dataset: {series: {path: waves.csv, column: height, window: 6}}\ntest_split: 0.2")

  /// Returns a fit that predicts numbers.
  static func numbers(_ layer: String, _ options: String) -> NotebookExample {
    .cell("{load} numbers", "dataset: {csv: {path: numbers.csv, target: kind}}")
      + .cell("{model} line", "layers: [\(layer)]")
      + .cell("{fit} slow", "model: line\ndata: numbers\n" + options)
  }
}
