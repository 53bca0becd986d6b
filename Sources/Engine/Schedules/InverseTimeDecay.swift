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
  private let length: ScheduleLength?
  private let isStaircase: Bool

  package init(_ options: inout OptionReader) {
    initial = options.readInitialRate()
    decayRate = options.read(
      "decay_rate", .number(.nonnegativeFloat), help: "How much the divisor grows in each period.")
    length = options.readLength(
      "decay", help: "The length of a period")
    isStaircase = options.readStaircase()
  }

  package var missingLength: [String] { length == nil ? ScheduleLength.options(of: "decay") : [] }
  package var largestRate: Double { initial }

  package func rate(atStep step: Int, of training: TrainingLength) -> Double {
    let periods = Double(step) / (length?.steps(of: training) ?? training.steps)
    return initial / (1 + decayRate * (isStaircase ? periods.rounded(.down) : periods))
  }
}
