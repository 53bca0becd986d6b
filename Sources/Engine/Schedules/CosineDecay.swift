import Options

/// Half a wave of the cosine (Loshchilov and Hutter, ICLR 2017), as Keras's `CosineDecay`:
/// `from · ((1 − alpha) · (1 + cos(π · step / decay_steps)) / 2 + alpha)`.
///
/// With a warm-up the rate first rises in a line from the initial rate to `warmup_target`, from which it then decays.
package struct CosineDecay: LearningRateSchedule, Configurable {
  package static let name = "cosine_decay"
  package static let abstract =
    "The learning rate falls along half a wave of the cosine, after a warm-up if you set one."
  package static let exampleOptions: OptionValue = ["initial_learning_rate": 0.1]

  private let initial: Double
  private let length: ScheduleLength?
  private let alpha: Double
  private let warmupTarget: Double?
  private let warmup: ScheduleLength?

  package init(_ options: inout OptionReader) {
    initial = options.readInitialRate()
    length = options.readLength(
      "decay", help: "How long the rate falls", ifLeftOut: "the whole training after the warm-up")
    alpha = options.readAlpha()
    warmupTarget = options.readIfPresent(
      "warmup_target", .number(.nonnegativeFloat), help: "The learning rate at the end of the warm-up.")
    warmup = options.readLength(
      "warmup", mayBeZero: true, help: "The length of the warm-up", ifLeftOut: "none")
    let name = options.gives("warmup_epochs") ? "warmup_epochs" : "warmup_steps"
    if warmup != nil, !options.gives("warmup_target") {
      options.report(
        OptionProblem.unfitting(name, "needs \"warmup_target\" with it"), at: options.place(of: name))
    }
  }

  package var missingLength: [String] { length == nil ? ScheduleLength.options(of: "decay") : [] }
  package var largestRate: Double { max(initial, warmupTarget ?? 0) }

  package func rate(atStep step: Int, of training: TrainingLength) -> Double {
    let rise = warmupTarget == nil ? 0 : warmup?.steps(of: training) ?? 0
    if let warmupTarget, Double(step) < rise {
      return initial + (warmupTarget - initial) * (Double(step) / rise)
    }
    let fall = length?.steps(of: training) ?? max(1, training.steps - rise)
    let share = min(1, (Double(step) - rise) / fall)
    return (warmupTarget ?? initial) * Self.factor(share: share, height: 1, alpha: alpha)
  }

  /// Returns the factor of the rate after a share of the decay.
  static func factor(share: Double, height: Double, alpha: Double) -> Double {
    (1 - alpha) * (0.5 * height * (1 + Mathematics.cosine(ofHalfTurns: share))) + alpha
  }
}

extension OptionReader {
  /// Reads `alpha`.
  mutating func readAlpha() -> Double {
    read(
      "alpha", .number(.within(0...1)), default: 0, help: "The rate at the end, as a share of the largest.")
  }
}
