import Options

/// `(initial − end) · (1 − step / decay_steps)^power + end`, as Keras's `PolynomialDecay`. After the decay the rate
/// stays at its end; in a cycle it lasts as many whole decays as are needed to hold the step.
package struct PolynomialDecay: LearningRateSchedule, Configurable {
  package static let name = "polynomial_decay"
  package static let abstract = "The learning rate falls to its final value along a line, or a power of it."
  package static let exampleOptions: OptionValue = ["initial_learning_rate": 0.1]

  private let initial: Double
  private let length: ScheduleLength?
  private let end: Double
  private let power: Double
  private let isCycle: Bool

  package init(_ options: inout OptionReader) {
    initial = options.readInitialRate()
    length = options.readLength("decay", help: "How long the rate falls")
    end = options.read(
      "end_learning_rate", .number(.nonnegativeFloat), default: 0.0001, help: "The rate after the decay.")
    power = options.read(
      "power", .number(.within(0...1000)), default: 1, help: "The power of the polynomial; 1 is a line.")
    isCycle = options.read(
      "cycle", .flag, default: false, help: "Whether the rate rises and falls again after each decay.")
  }

  package var missingLength: [String] { length == nil ? ScheduleLength.options(of: "decay") : [] }
  package var largestRate: Double { max(initial, end) }

  package func rate(atStep step: Int, of training: TrainingLength) -> Double {
    let steps = length?.steps(of: training) ?? training.steps
    let decays = isCycle ? max(1, (Double(step) / steps).rounded(.up)) : 1
    let share = min(1, Double(step) / (steps * decays))
    return (initial - end) * Mathematics.power(1 - share, power) + end
  }
}
