/// A rule that gives the learning rate of each step.
package protocol LearningRateSchedule: Sendable {
  /// The options of which one would set a length that was left out, so that it is that of the whole training; empty if
  /// no rate depends on that.
  var missingLength: [String] { get }

  /// The largest rate on the usual course of the schedule, for messages and advice.
  var largestRate: Double { get }

  /// Returns the learning rate of one step. It is not negative, and never a NaN.
  ///
  /// - Parameters:
  ///   - step: the number of steps taken before, as Keras counts iterations.
  ///   - training: the length of the whole training.
  func rate(atStep step: Int, of training: TrainingLength) -> Double
}

extension LearningRateSchedule {
  package var missingLength: [String] { [] }

  /// True if the rates depend on the number of epochs of the whole training. A shorter training is then not the
  /// beginning of a longer one.
  package var dependsOnLength: Bool { !missingLength.isEmpty }
}

/// A schedule with the same rate for every step.
package struct ConstantRate: LearningRateSchedule {
  package let rate: Double

  package init(_ rate: Double) { self.rate = rate }

  package var largestRate: Double { rate }

  package func rate(atStep step: Int, of training: TrainingLength) -> Double { rate }
}
