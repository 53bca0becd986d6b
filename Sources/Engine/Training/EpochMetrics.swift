/// A value of a quantity.
package struct MetricValue: Sendable, Hashable {
  package let quantity: Quantity
  package let value: Double
  /// The value of each class, if each has its own.
  package let classValues: [Double]?

  package init(_ quantity: Quantity, _ value: Double, classValues: [Double]? = nil) {
    self.quantity = quantity
    self.value = value
    self.classValues = classValues
  }
}

/// The loss and the metrics of a network on some data.
package struct Evaluation: Sendable, Hashable {
  /// The mean loss over the samples, with the penalties on weights and outputs.
  package let loss: Double
  package let metrics: [MetricValue]

  package init(loss: Double, metrics: [MetricValue]) {
    self.loss = loss
    self.metrics = metrics
  }
}

/// The results of one epoch: means over its samples while the weights moved, and values on the validation data after
/// it.
package struct EpochMetrics: Sendable, Hashable {
  /// Counted from 1.
  package let number: Int
  package let loss: Double
  package let metrics: [MetricValue]
  package let validation: Evaluation?
  /// The learning rate of its last step, after the schedule and all listeners.
  package let learningRate: Double

  package init(
    number: Int, loss: Double, metrics: [MetricValue], validation: Evaluation?, learningRate: Double
  ) {
    self.number = number
    self.loss = loss
    self.metrics = metrics
    self.validation = validation
    self.learningRate = learningRate
  }
}

/// A step of a training.
package struct Step: Sendable {
  /// The number of the epoch, counted from 1.
  package let epoch: Int
  /// The steps done of the epoch, 1 ... count.
  package let index: Int
  /// The steps of the whole epoch.
  package let count: Int
  /// The mean over the epoch's samples so far.
  package let loss: Double
  private let running: [any Metric]

  init(epoch: Int, index: Int, count: Int, loss: Double, running: [any Metric]) {
    self.epoch = epoch
    self.index = index
    self.count = count
    self.loss = loss
    self.running = running
  }

  /// The values over the epoch's samples so far.
  package var metrics: [MetricValue] { running.current }
  package var isLast: Bool { index == count }
}
