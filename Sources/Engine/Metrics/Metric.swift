import Options

/// A measure of how well a network does, updated batch by batch, read, and reset for the next epoch.
package protocol Metric: Configurable {
  /// The quantity that is measured.
  var quantity: Quantity { get }
  /// Includes the first `rows` rows of a batch.
  mutating func update(_ outputs: Matrix, _ targets: TargetBatch, rows: Int, on engine: ExecutionContext)
  /// The value over all rows since the last reset; 0 if there are none.
  var value: Double { get }
  /// A Boolean value that indicates whether each class has a value of its own, which no series of epochs can hold. The
  /// metric then is for evaluations alone, and `value` is the mean.
  var isPerClass: Bool { get }
  /// The value of each class over all rows since the last reset; `nil` for a metric with a single value.
  var classValues: [Double]? { get }
  /// Forgets all rows.
  mutating func reset()

  /// Checks that the metric is defined for such outputs and targets.
  func check(outputs: Int, targets: TargetForm) throws(TrainingProblem)

  /// Checks that the metric is defined on such samples; by default it is on all.
  func check(_ data: LabeledSamples) throws(TrainingProblem)

  /// A Boolean value that indicates whether outputs must be probabilities.
  var needsProbabilities: Bool { get }

  /// Returns the value that guesses among equally likely classes are expected to have; `nil` if there is no such value.
  func chance(classes: Int) -> Double?

  /// Returns the bytes that the metric takes for an epoch's samples, those for reading its value included; by default 0.
  func memory(samples: Double, outputs: Double) -> Double
}

extension Metric {
  package var name: String { Self.name }
  package var isPerClass: Bool { false }
  package var classValues: [Double]? { nil }
  package var needsProbabilities: Bool { false }
  package func check(_ data: LabeledSamples) throws(TrainingProblem) {}
  package func chance(classes: Int) -> Double? { nil }
  package func memory(samples: Double, outputs: Double) -> Double { 0 }

  /// Checks that targets are classes, with an output for each or one for two.
  func checkClasses(outputs: Int, targets: TargetForm) throws(TrainingProblem) {
    guard case .classes = targets else { throw .metricNeedsClasses(name) }
    guard targets.fits(outputs) else { throw .unitsDoNotMatchTargets(outputs: outputs, targets) }
  }
}
