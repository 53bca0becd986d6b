import Options

/// Decays along the cosine, one after the other (Loshchilov and Hutter, ICLR 2017), as Keras's `CosineDecayRestarts`.
/// Decay i, counted from 0, takes `first_decay_steps · t_mulⁱ` steps, and its rates are
/// `initial · ((1 − alpha) · m_mulⁱ · (1 + cos(π · share)) / 2 + alpha)`.
package struct CosineDecayRestarts: LearningRateSchedule, Configurable {
  package static let name = "cosine_decay_restarts"
  package static let abstract =
    "The learning rate falls along half a wave of the cosine and begins anew, each time for longer."
  package static let exampleOptions: OptionValue = ["initial_learning_rate": 0.1, "first_decay_epochs": 2]

  private let initial: Double
  private let length: ScheduleLength?
  private let lengthFactor: Double
  private let rateFactor: Double
  private let alpha: Double

  package init(_ options: inout OptionReader) {
    initial = options.readInitialRate()
    length = options.readLength(
      "first_decay", help: "The length of the first decay")
    lengthFactor = options.read(
      "t_mul", .number(.within(1...1000)), default: 2, help: "How many times longer each decay is.")
    rateFactor = options.read(
      "m_mul", .number(.within(0...1000)), default: 1,
      help: "How many times as large the first rate of each decay is.")
    alpha = options.readAlpha()
  }

  package var missingLength: [String] { length == nil ? ScheduleLength.options(of: "first_decay") : [] }
  package var largestRate: Double { initial }

  package func rate(atStep step: Int, of training: TrainingLength) -> Double {
    let (restarts, share) = place(of: Double(step) / (length?.steps(of: training) ?? training.steps))
    return initial
      * CosineDecay.factor(share: share, height: Mathematics.power(rateFactor, restarts), alpha: alpha)
  }

  /// Returns the number of restarts before a time, and the share of its decay that is over then.
  ///
  /// - Parameter time: in lengths of the first decay.
  private func place(of time: Double) -> (restarts: Double, share: Double) {
    guard lengthFactor > 1 else { return (time.rounded(.down), time - time.rounded(.down)) }
    // The first i decays take (t_mulⁱ − 1) / (t_mul − 1). The quotient of logarithms may be rounded beyond a restart.
    func start(_ restarts: Double) -> Double {
      (Mathematics.power(lengthFactor, restarts) - 1) / (lengthFactor - 1)
    }
    var restarts =
      (Mathematics.naturalLog(1 + time * (lengthFactor - 1)).high / Mathematics.naturalLog(lengthFactor).high)
      .rounded(.down)
    if start(restarts + 1) <= time { restarts += 1 }
    if start(restarts) > time { restarts = max(0, restarts - 1) }
    let share = (time - start(restarts)) / Mathematics.power(lengthFactor, restarts)
    return (restarts, min(max(share, 0), 1))
  }
}
