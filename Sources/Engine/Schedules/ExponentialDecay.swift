import Options

/// `initial · decay_rate^(step / decay_steps)`, as Keras's `ExponentialDecay`; in a staircase the exponent is rounded
/// down.
package struct ExponentialDecay: LearningRateSchedule, Configurable {
  package static let name = "exponential_decay"
  package static let abstract = "The learning rate is multiplied by the same factor again and again."
  package static let exampleOptions: OptionValue = [
    "initial_learning_rate": 0.1, "decay_rate": 0.5, "decay_epochs": 2,
  ]

  private let initial: Double
  private let decayRate: Double
  private let length: ScheduleLength?
  private let isStaircase: Bool

  package init(_ options: inout OptionReader) {
    initial = options.readInitialRate()
    decayRate = options.read(
      "decay_rate", .number(.nonnegativeFloat), help: "The factor of each decay of the learning rate.")
    length = options.readLength(
      "decay", help: "How long one change by the factor takes")
    isStaircase = options.readStaircase()
  }

  package var missingLength: [String] { length == nil ? ScheduleLength.options(of: "decay") : [] }
  package var largestRate: Double { initial }

  package func rate(atStep step: Int, of training: TrainingLength) -> Double {
    let periods = Double(step) / (length?.steps(of: training) ?? training.steps)
    return initial * Mathematics.power(decayRate, isStaircase ? periods.rounded(.down) : periods)
  }
}

extension OptionReader {
  /// Reads `staircase`.
  mutating func readStaircase() -> Bool {
    read("staircase", .flag, default: false, help: "Whether the rate changes only after each whole period.")
  }
}
