/// The learning rates that a range test tries, from small to large.
package struct LearningRateRange: Sendable, Hashable {
  /// The rate of the first step; above zero.
  package let start: Double
  /// The rate that would be that of the step after the last; above the first.
  package let end: Double
  /// The number of steps.
  package let steps: Int

  package init(from start: Double, to end: Double, steps: Int) {
    self.start = start
    self.end = end
    self.steps = steps
  }

  /// Returns the rate of a step, `start · (end / start)^(step / steps)`, as fastai's `lr_find`.
  ///
  /// - Parameter step: the number of steps taken before.
  package func rate(atStep step: Int) -> Double {
    start * Mathematics.power(end / start, Double(step) / Double(steps))
  }
}
