/// A rule that gives the learning rate of each step.
package protocol LearningRateSchedule: Sendable {
  /// True if the rates depend on the number of steps of the whole training. A shorter training is then not the
  /// beginning of a longer one.
  var dependsOnLength: Bool { get }

  /// - Parameters:
  ///   - step: the number of steps taken before, as Keras counts iterations.
  ///   - count: the number of steps of the whole training.
  func rate(atStep step: Int, of count: Int) -> Double
}

extension LearningRateSchedule {
  package var dependsOnLength: Bool { false }
}

/// A schedule with the same rate for every step.
package struct ConstantRate: LearningRateSchedule {
  package let rate: Double

  package init(_ rate: Double) { self.rate = rate }

  package func rate(atStep step: Int, of count: Int) -> Double { rate }
}
