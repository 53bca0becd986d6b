/// The course of a range test of the learning rate (Smith, "Cyclical Learning Rates for Training Neural Networks", 2017),
/// with the formulas of fastai's `lr_find`.
package struct RangeTest: Sendable, Hashable {
  package let range: LearningRateRange
  /// The smoothed loss after each step that was taken: `a / (1 − β^t)` after step t, counted from 1, with
  /// `a ← β · a + (1 − β) · loss` from zero and β = 0.98.
  package private(set) var smoothedLosses: [Double] = []
  private var average = 0.0
  private var decay = 1.0
  private var lowest = Double.infinity

  private static let beta = 0.98
  /// The multiple of the lowest smoothed loss beyond which the test ends.
  private static let divergence = 4.0

  package init(_ range: LearningRateRange) { self.range = range }

  /// Adds the loss of the next step.
  ///
  /// - Returns: false if the test ends with it: its steps are done, or the smoothed loss is above four times its lowest
  ///   value, if that is above zero. A loss that is not finite ends it too, and is not added.
  package mutating func add(_ loss: Double) -> Bool {
    guard loss.isFinite else { return false }
    average = Self.beta * average + (1 - Self.beta) * loss
    decay *= Self.beta
    let smoothed = average / (1 - decay)
    smoothedLosses.append(smoothed)
    lowest = min(lowest, smoothed)
    return smoothedLosses.count < range.steps && !(lowest > 0 && smoothed > Self.divergence * lowest)
  }

  /// A Boolean value that indicates whether the test ended before its last step.
  package var endedEarly: Bool { smoothedLosses.count < range.steps }

  /// Returns the first of the steps with the lowest smoothed loss; `nil` among none.
  package func lowestStep(in steps: Range<Int>) -> Int? {
    steps.min { smoothedLosses[$0] < smoothedLosses[$1] }
  }
}
