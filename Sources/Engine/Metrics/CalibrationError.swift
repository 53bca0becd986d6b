import Options

/// The expected calibration error (Guo et al., 2017): the mean distance between the probability of the predicted class and
/// the share of right predictions, over bins of equal width, each weighted by its samples. With a single output, it is the
/// distance between the probability of the second class and its share. A bin includes its upper bound.
package struct CalibrationError: Metric {
  package static let name = "calibration_error"
  package static let abstract = "How far the network's probabilities are from the shares that come true."

  private struct Bin: Sendable {
    var count = 0
    var probability = 0.0
    var right = 0
  }

  package let quantity: Quantity
  private var bins: [Bin]

  package init(bins count: Int = 10) {
    let plain = Quantity(
      name: Self.name, better: .lower, unit: .share,
      label: .init(english: "calibration error", japanese: "較正誤差"))
    quantity =
      count == 10 ? plain : plain.with("\(count)", .init(english: "\(count) bins", japanese: "\(count)区間"))
    bins = [Bin](repeating: Bin(), count: count)
  }

  package init(_ options: inout OptionReader) {
    self.init(
      bins: options.read(
        "bins", .integer(.within(1...1000)), default: 10, help: "How many ranges of probability are judged."))
  }

  package var needsProbabilities: Bool { true }

  package func check(outputs: Int, targets: TargetForm) throws(TrainingProblem) {
    try checkClasses(outputs: outputs, targets: targets)
  }

  package mutating func update(
    _ outputs: Matrix, _ targets: TargetBatch, rows: Int, on engine: ExecutionContext
  ) {
    guard let labels = targets.labels else { return }
    for row in 0..<rows {
      let p = outputs.row(row)
      var best = 0
      for column in 1..<max(1, outputs.columns) where p[column] > p[best] { best = column }
      let probability = Double(p[best])
      let index = bin(of: probability)
      bins[index].count += 1
      bins[index].probability += probability
      if Int(labels[row]) == (outputs.columns == 1 ? 1 : best) { bins[index].right += 1 }
    }
  }

  /// Returns the first bin whose upper bound is not below a probability.
  private func bin(of probability: Double) -> Int {
    let width = 1 / Double(bins.count)
    guard probability > 0, probability < 1 else { return probability >= 1 ? bins.count - 1 : 0 }
    // The quotient is off by one at most where it is rounded.
    var index = min(Int(probability / width), bins.count - 1)
    while index > 0, probability <= Double(index) * width { index -= 1 }
    while index + 1 < bins.count, probability > Double(index + 1) * width { index += 1 }
    return index
  }

  package var value: Double {
    let count = bins.reduce(0) { $0 + $1.count }
    let sum = bins.reduce(0.0) { $0 + abs($1.probability - Double($1.right)) }
    return count == 0 ? 0 : sum / Double(count)
  }

  package mutating func reset() { bins = [Bin](repeating: Bin(), count: bins.count) }
}
