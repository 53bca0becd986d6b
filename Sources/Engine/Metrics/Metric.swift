import Options

/// A number that people judge a network by: updated batch by batch, read, and reset for the next epoch.
package protocol Metric: Configurable {
  /// The quantity of which ``value`` is a value.
  var quantity: Quantity { get }
  mutating func update(_ outputs: Matrix, _ targets: TargetBatch, rows: Int, on engine: ExecutionContext)
  /// Of all rows since the last reset; 0 before the first.
  var value: Double { get }
  mutating func reset()

  /// Whether the metric means something for such outputs and targets.
  func check(outputs: Int, targets: TargetForm) throws(TrainingProblem)
}

extension Metric {
  package var name: String { Self.name }
}
