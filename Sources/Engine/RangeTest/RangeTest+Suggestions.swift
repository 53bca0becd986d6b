extension RangeTest {
  /// Learning rates that a range test suggests, by the rules of fastai's `lr_find`.
  package struct Suggestions: Sendable, Hashable {
    /// The rate two thirds of the way through the longest valley, fastai's default.
    package let valley: Double
    /// The rate at which the smoothed loss falls most by the next step.
    package let steepest: Double
    /// A tenth of the rate at which the smoothed loss is lowest.
    package let minimum: Double
  }

  /// The suggestions; `nil` if the smoothed loss never falls in the steps that are considered, or varies by rounding
  /// alone.
  package var suggestions: Suggestions? {
    let steps = consideredSteps
    let losses = smoothedLosses[steps]
    guard let valley, let least = losses.min(), let most = losses.max(),
      most - least > Self.rounding * max(abs(most), abs(least))
    else { return nil }
    let falls = steps.dropLast().map { (step: $0, change: smoothedLosses[$0 + 1] - smoothedLosses[$0]) }
    guard let steepest = falls.min(by: { $0.change < $1.change }), let lowest = lowestStep(in: steps) else {
      return nil
    }
    return Suggestions(
      valley: range.rate(atStep: valley), steepest: range.rate(atStep: steepest.step),
      minimum: range.rate(atStep: lowest) / 10)
  }

  /// The relative differences of losses that are no differences.
  private static let rounding = 1e-6

  /// The steps among which rates are suggested: all but the first tenth of the steps that were planned, in which the
  /// smoothed loss is still that of a few batches, and the last five of those that were taken.
  private var consideredSteps: Range<Int> {
    let end = max(0, smoothedLosses.count - 5)
    return min(range.steps / 10, end)..<end
  }

  /// The step that the valley suggests.
  ///
  /// The valley is the longest sequence of steps, not necessarily next to each other, each of whose losses is lower
  /// than the one before; of equally long ones, the first to end. If it has n steps and ends at step e, counted from
  /// the first that is considered, the step is `e − n + ⌊n / 3⌋ + ⌊n / 6⌋`, or 0 if that is less.
  private var valley: Int? {
    let steps = consideredSteps
    let losses = smoothedLosses[steps]
    var lengths = losses.map { _ in 1 }
    var end = 0
    for (index, loss) in losses.enumerated() {
      for (earlier, other) in losses.prefix(index).enumerated() where loss < other {
        lengths[index] = max(lengths[index], lengths[earlier] + 1)
      }
      if lengths[index] > lengths[end] { end = index }
    }
    guard let length = lengths.max(), length > 1 else { return nil }
    return steps.lowerBound + max(0, end - length + length / 3 + length / 6)
  }
}
