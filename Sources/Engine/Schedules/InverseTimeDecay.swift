import Options

/// `initial / (1 + decay_rate · step / decay_steps)`, as Keras's `InverseTimeDecay`; in a staircase the quotient of the
/// steps is rounded down.
package struct InverseTimeDecay: LearningRateSchedule, Configurable {
  package static let name = "inverse_time_decay"
  package static let abstract = "The learning rate is divided by a number that grows steadily."
  package static let exampleOptions: OptionValue = [
    "initial_learning_rate": 0.1, "decay_rate": 0.5, "decay_epochs": 2,
  ]

  private let initial: Double
  private let decayRate: Double
  private let periods: DecayPeriods

  package init(_ options: inout OptionReader) {
    initial = options.readInitialRate()
    decayRate = options.read(
      "decay_rate", .number(.nonnegativeFloat), help: "How much the divisor grows in each period.")
    periods = DecayPeriods(&options, help: "The length of a period")
  }

  package var missingLength: [String] { periods.missingLength }
  package var largestRate: Double { initial }

  package func rate(atStep step: Int, of training: TrainingLength) -> Double {
    initial / (1 + decayRate * periods.count(atStep: step, of: training))
  }
}
