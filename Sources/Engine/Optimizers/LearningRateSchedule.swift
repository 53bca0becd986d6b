/// The learning rate at each step of a training.
package protocol LearningRateSchedule: Sendable {
  /// - Parameter step: the number of steps taken before, as Keras counts iterations.
  func rate(atStep step: Int) -> Double
}

/// One rate for every step.
package struct ConstantRate: LearningRateSchedule {
  package let rate: Double

  package init(_ rate: Double) { self.rate = rate }

  package func rate(atStep step: Int) -> Double { rate }
}
