/// A rule that gives the learning rate of each step.
package protocol LearningRateSchedule: Sendable {
  /// Returns the learning rate of a step.
  ///
  /// - Parameter step: the number of steps taken before, as Keras counts iterations.
  func rate(atStep step: Int) -> Double
}

/// A schedule with the same rate for every step.
package struct ConstantRate: LearningRateSchedule {
  package let rate: Double

  package init(_ rate: Double) { self.rate = rate }

  package func rate(atStep step: Int) -> Double { rate }
}
