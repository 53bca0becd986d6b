import Options

/// The periods of a decay that goes on for the whole training, and the options that set them.
struct DecayPeriods: Sendable {
  private let length: ScheduleLength?
  private let isStaircase: Bool

  /// - Parameter help: the beginning of the help text of the length of a period.
  init(_ options: inout OptionReader, help: String) {
    length = options.readLength("decay", help: help)
    isStaircase = options.read(
      "staircase", .flag, default: false, help: "Whether the rate changes only after each whole period.")
  }

  var missingLength: [String] { length == nil ? ScheduleLength.options(of: "decay") : [] }

  /// Returns the number of periods before a step, rounded down in a staircase.
  func count(atStep step: Int, of training: TrainingLength) -> Double {
    let periods = Double(step) / (length?.steps(of: training) ?? training.steps)
    return isStaircase ? periods.rounded(.down) : periods
  }
}
