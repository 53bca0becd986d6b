import Options

/// One rise and one fall over the whole training (Smith and Topin, "Super-convergence", 2019), with the formulas and
/// defaults of PyTorch's `OneCycleLR` in two phases of the cosine.
///
/// The rate rises from `max / div_factor` to the largest at step `pct_start · n − 1` of n, and falls to
/// `max / (div_factor · final_div_factor)` at step n − 1. Momentum does not change.
package struct OneCycle: LearningRateSchedule, Configurable {
  package static let name = "one_cycle"
  package static let abstract =
    "The learning rate rises to its largest early in the training and falls close to zero by its end."
  package static let exampleOptions: OptionValue = ["max_learning_rate": 0.1]

  private let largest: Double
  private let divisor: Double
  private let finalDivisor: Double
  private let rise: Double
  private let length: ScheduleLength?

  package init(_ options: inout OptionReader) {
    largest = options.read(
      "max_learning_rate", .number(.nonnegativeFloat), help: "The largest learning rate.")
    divisor = options.read(
      "div_factor", .number(.within(1...1e9)), default: 25,
      help: "How many times smaller the first rate is than the largest.")
    finalDivisor = options.read(
      "final_div_factor", .number(.within(1...1e9)), default: 10_000,
      help: "How many times smaller the last rate is than the first.")
    rise = options.read(
      "pct_start", .number(.within(0...1)), default: 0.3,
      help: "The share of the steps in which the rate rises.")
    length = options.readLength("total", help: "The length of the cycle")
  }

  package var missingLength: [String] { length == nil ? ScheduleLength.options(of: "total") : [] }
  package var largestRate: Double { largest }

  package func rate(atStep step: Int, of training: TrainingLength) -> Double {
    let steps = length?.steps(of: training) ?? training.steps
    let (step, top, end) = (Double(step), rise * steps - 1, steps - 1)
    let first = largest / divisor
    if step <= top { return annealed(from: first, to: largest, share: step / top) }
    return annealed(from: largest, to: first / finalDivisor, share: (step - top) / (end - top))
  }

  /// Returns the rate on half a wave of the cosine between two.
  ///
  /// - Parameter share: a phase without steps has none, and is over.
  private func annealed(from start: Double, to end: Double, share: Double) -> Double {
    let share = share.isNaN ? 1 : min(max(share, 0), 1)
    let rest = 0.5 * (1 + Mathematics.cosine(ofHalfTurns: share))
    return start * rest + end * (1 - rest)
  }
}
