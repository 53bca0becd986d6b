/// The mean, over all samples and outputs of an epoch, of a function of an output and its target.
struct OutputMean: Sendable {
  private var sum = 0.0
  private var count = 0

  /// Includes the first `rows` rows of a batch.
  mutating func add(
    _ outputs: Matrix, _ targets: TargetBatch, rows: Int, _ term: (_ y: Double, _ t: Double) -> Double
  ) {
    for row in 0..<rows {
      let y = outputs.row(row)
      for column in 0..<outputs.columns {
        sum += term(Double(y[column]), Double(targets.value(row, column, outputs: outputs.columns)))
      }
    }
    count += rows * outputs.columns
  }

  var value: Double { count == 0 ? 0 : sum / Double(count) }
}

/// A metric that is a mean over outputs, or follows from one.
protocol OutputMeanMetric: Metric {
  var mean: OutputMean { get set }

  /// Returns the term of an output y and its target t.
  static func term(_ y: Double, _ t: Double) -> Double
}

extension OutputMeanMetric {
  package mutating func update(
    _ outputs: Matrix, _ targets: TargetBatch, rows: Int, on engine: ExecutionContext
  ) {
    mean.add(outputs, targets, rows: rows, Self.term)
  }

  package var value: Double { mean.value }
  package mutating func reset() { mean = OutputMean() }

  package func check(outputs: Int, targets: TargetForm) throws(TrainingProblem) {
    guard targets.fits(outputs) else { throw .unitsDoNotMatchTargets(outputs: outputs, targets) }
  }
}
