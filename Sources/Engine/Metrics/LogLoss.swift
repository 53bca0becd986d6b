import Options

/// The mean of `−ln p` for the probability p of each sample's class, divided by the sum of its probabilities and clipped
/// to [1e-7, 1 − 1e-7].
package struct LogLoss: Metric {
  package static let name = "log_loss"
  package static let abstract =
    "How improbable the network finds each sample's own class, whatever loss is trained."

  package let quantity = Quantity(
    name: name, better: .lower, unit: .plain, label: .init(english: "log loss", japanese: "対数損失"))
  private var sum = 0.0
  private var count = 0

  package init() {}
  package init(_ options: inout OptionReader) {}

  package var needsProbabilities: Bool { true }

  package func check(outputs: Int, targets: TargetForm) throws(TrainingProblem) {
    try checkClasses(outputs: outputs, targets: targets)
  }

  package mutating func update(
    _ outputs: Matrix, _ targets: TargetBatch, rows: Int, on engine: ExecutionContext
  ) {
    guard let labels = targets.labels else { return }
    let logarithms = engine.logarithms(rows) { row in
      let (p, label) = (outputs.row(row), Int(labels[row]))
      if outputs.columns == 1 { return Probability.clipped(label == 1 ? p[0] : 1 - p[0]) }
      return Probability.clipped(p[label] / Probability.total(p, outputs.columns))
    }
    for row in 0..<rows { sum -= Double(logarithms[row]) }
    count += rows
  }

  package var value: Double { count == 0 ? 0 : sum / Double(count) }

  package mutating func reset() { (sum, count) = (0, 0) }
}
