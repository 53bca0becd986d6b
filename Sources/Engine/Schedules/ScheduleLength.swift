import Options

/// The length of a part of a schedule, as an author gives it.
package enum ScheduleLength: Sendable, Hashable {
  case steps(Double)
  case epochs(Double)

  /// Returns the number of steps, which may be a fraction.
  package func steps(of training: TrainingLength) -> Double {
    switch self {
    case .steps(let count): count
    case .epochs(let count): count * Double(training.stepsPerEpoch)
    }
  }

  /// Returns the options that give the length of a part of a schedule, such as `decay_steps` and `decay_epochs`.
  static func options(of part: String) -> [String] { [part + "_steps", part + "_epochs"] }
}

extension OptionReader {
  /// Reads a length that is given in steps or in epochs, such as `decay_steps` or `decay_epochs`.
  ///
  /// - Parameters:
  ///   - part: the first part of both names, such as `decay`.
  ///   - mayBeZero: whether the part may have no steps at all.
  ///   - help: the beginning of the help text, before the unit.
  ///   - standard: the length where neither is given, as a phrase.
  mutating func readLength(
    _ part: String, mayBeZero: Bool = false, help: String, ifLeftOut standard: String = "the whole training"
  ) -> ScheduleLength? {
    let names = ScheduleLength.options(of: part)
    let (inSteps, inEpochs) = (names[0], names[1])
    let steps = readIfPresent(
      inSteps, .integer(.within((mayBeZero ? 0 : 1)...1e9)),
      help: "\(help), in steps; by default, \(standard).")
    let epochs = readIfPresent(
      inEpochs, .number(.within((mayBeZero ? 0 : 1e-3)...1e6)),
      help: "\(help), in epochs; by default, \(standard).")
    if steps != nil, epochs != nil {
      report(OptionProblem.severalOf(names, of: subject), at: place(of: inEpochs))
    }
    return steps.map { .steps(Double($0)) } ?? epochs.map { .epochs($0) }
  }

  /// Reads the rate that a schedule begins with, `initial_learning_rate`.
  mutating func readInitialRate() -> Double {
    read("initial_learning_rate", .number(.nonnegativeFloat), help: "The learning rate of the first step.")
  }
}
