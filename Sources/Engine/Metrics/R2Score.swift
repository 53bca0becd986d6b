import Options

/// The coefficient of determination, `1 − Σ (y − t)² / Σ (t − t̄)²`, averaged over the outputs as in scikit-learn. For
/// targets that are all equal it is 1 if they are met exactly, and 0 otherwise.
package struct R2Score: Metric {
  package static let name = "r2_score"
  package static let abstract =
    "The share of the targets' variance that the outputs explain; 0 is as good as their mean."

  /// Running sums for one output. The mean and the squares around it follow Welford (1962), so that large targets lose
  /// no digits.
  private struct Sums: Sendable {
    var mean = 0.0
    var squares = 0.0
    var errors = 0.0
  }

  package let quantity = Quantity(
    name: name, better: .higher, unit: .plain, label: .init(english: "R²", japanese: "決定係数"))
  private var sums: [Sums] = []
  private var count = 0

  package init() {}
  package init(_ options: inout OptionReader) {}

  package func check(outputs: Int, targets: TargetForm) throws(TrainingProblem) {
    guard targets.fits(outputs) else { throw .unitsDoNotMatchTargets(outputs: outputs, targets) }
  }

  package mutating func update(
    _ outputs: Matrix, _ targets: TargetBatch, rows: Int, on engine: ExecutionContext
  ) {
    if sums.isEmpty { sums = [Sums](repeating: Sums(), count: outputs.columns) }
    for row in 0..<rows {
      let y = outputs.row(row)
      count += 1
      for column in 0..<outputs.columns {
        let target = Double(targets.value(row, column, outputs: outputs.columns))
        let (error, distance) = (Double(y[column]) - target, target - sums[column].mean)
        sums[column].mean += distance / Double(count)
        sums[column].squares += distance * (target - sums[column].mean)
        sums[column].errors += error * error
      }
    }
  }

  package var value: Double {
    guard !sums.isEmpty else { return 0 }
    let scores = sums.map { $0.squares == 0 ? ($0.errors == 0 ? 1 : 0) : 1 - $0.errors / $0.squares }
    return scores.reduce(0, +) / Double(scores.count)
  }

  package mutating func reset() { (sums, count) = ([], 0) }
}
