/// A value of a quantity.
package struct MetricValue: Sendable, Hashable {
  package let quantity: Quantity
  package let value: Double

  package init(_ quantity: Quantity, _ value: Double) {
    self.quantity = quantity
    self.value = value
  }
}

/// The loss and the metrics of a network on some data.
package struct Evaluation: Sendable, Hashable {
  /// The mean loss over the samples.
  package let loss: Double
  package let metrics: [MetricValue]
}

/// The results of one epoch: means over its samples while the weights moved, and values on the validation data after
/// it.
package struct EpochMetrics: Sendable, Hashable {
  package let loss: Double
  package let metrics: [MetricValue]
  package let validation: Evaluation?
}

/// The progress of an epoch.
package struct Step: Sendable, Hashable {
  /// The number of steps done, in `1...count`.
  package let index: Int
  package let count: Int
  /// The means over the samples so far.
  package let loss: Double
  package let metrics: [MetricValue]
}
