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
  private let periods: DecayPeriods

  package init(_ options: inout OptionReader) {
    initial = options.readInitialRate()
    decayRate = options.read(
      "decay_rate", .number(.nonnegativeFloat), help: "The factor of each decay of the learning rate.")
    periods = DecayPeriods(&options, help: "How long one change by the factor takes")
  }

  package var missingLength: [String] { periods.missingLength }
  package var largestRate: Double { initial }

  package func rate(atStep step: Int, of training: TrainingLength) -> Double {
    initial * Mathematics.power(decayRate, periods.count(atStep: step, of: training))
  }
}
