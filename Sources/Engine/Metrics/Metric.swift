import Options

/// A measure of how well a network does, updated batch by batch, read, and reset for the next epoch.
package protocol Metric: Configurable {
  /// The quantity of which ``value`` is a value.
  var quantity: Quantity { get }
  /// Includes the first `rows` rows of a batch.
  mutating func update(_ outputs: Matrix, _ targets: TargetBatch, rows: Int, on engine: ExecutionContext)
  /// The value over all rows since the last reset; 0 if there are none.
  var value: Double { get }
  /// Forgets all rows.
  mutating func reset()

  /// Checks that the metric is defined for such outputs and targets.
  func check(outputs: Int, targets: TargetForm) throws(TrainingProblem)
}

extension Metric {
  package var name: String { Self.name }
}
