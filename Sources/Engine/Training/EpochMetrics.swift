/// A value of a quantity.
package struct MetricValue: Sendable, Hashable {
  package let quantity: Quantity
  package let value: Double

  package init(_ quantity: Quantity, _ value: Double) {
    self.quantity = quantity
    self.value = value
  }
}

/// How well a network did on some data.
package struct Evaluation: Sendable, Hashable {
  /// The mean over the samples.
  package let loss: Double
  package let metrics: [MetricValue]
}

/// What one epoch gave: means over its samples while the weights moved, and on validation data after it.
package struct EpochMetrics: Sendable, Hashable {
  package let loss: Double
  package let metrics: [MetricValue]
  package let validation: Evaluation?
}

/// How far an epoch has come.
package struct Step: Sendable, Hashable {
  /// Steps done, 1 ... count.
  package let index: Int
  package let count: Int
  /// Means over the epoch's samples so far.
  package let loss: Double
  package let metrics: [MetricValue]
}
