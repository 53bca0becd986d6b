import Engine
import Options

/// The mean distance of outputs from targets: a metric that is none of the catalogue's, and of which less is better.
struct MeanAbsoluteError: Metric {
  static let name = "mean_absolute_error"
  static let abstract = "How far each output is off."

  private var sum = 0.0
  private var count = 0

  init() {}
  init(_ options: inout OptionReader) {}

  var quantity: Quantity {
    Quantity(
      name: Self.name, better: .lower, unit: .ofTarget,
      label: .init(english: "mean absolute error", japanese: "平均絶対誤差"))
  }

  func check(outputs: Int, targets: TargetForm) throws(TrainingProblem) {}

  mutating func update(_ outputs: Matrix, _ targets: TargetBatch, rows: Int, on engine: ExecutionContext) {
    for row in 0..<rows {
      for column in 0..<outputs.columns {
        let target = targets.value(row, column, outputs: outputs.columns)
        sum += Double(abs(outputs.row(row)[column] - target))
        count += 1
      }
    }
  }

  var value: Double { count == 0 ? 0 : sum / Double(count) }

  mutating func reset() { (sum, count) = (0, 0) }
}
