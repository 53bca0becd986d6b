import Diagnostics

/// The limit of the time that a run may take.
struct TimeLimit: Sendable {
  private let seconds: Double
  private let isPast: @Sendable () -> Bool

  /// Creates a limit whose time begins now.
  ///
  /// - Parameter isPast: a closure that tells whether the time is over; `nil` for the machine's clock.
  init(seconds: Double, isPast: (@Sendable () -> Bool)? = nil) {
    self.seconds = seconds
    let end = ContinuousClock.now + .seconds(min(seconds, 1e9))
    self.isPast = isPast ?? { ContinuousClock.now >= end }
  }

  var isOver: Bool { isPast() }

  /// - Throws: `TimeProblem.isOver` once the time has passed.
  func check() throws(TimeProblem) {
    if isOver { throw .isOver(seconds: seconds) }
  }

  /// The problem of a cell that is not begun.
  var notBegun: TimeProblem { .notBegun(seconds: seconds) }

  /// The seconds as text.
  var text: String { TimeProblem.text(seconds) }
}

/// A cell that is not finished because the time of the run is over.
enum TimeProblem: Problem, Error {
  case isOver(seconds: Double)
  /// A training that ended early.
  ///
  /// - Parameter isStored: true if a later run finds the epochs.
  case trainingEnded(seconds: Double, epochs: Int, of: Int, isStored: Bool)
  case notBegun(seconds: Double)

  var record: ProblemRecord {
    switch self {
    case .isOver(let seconds):
      ProblemRecord(
        of: Self.timeIsOver, "the run has used up its \(Self.text(seconds)) s",
        help: "allow more with --max-time")
    case .trainingEnded(let seconds, let epochs, let total, let isStored):
      ProblemRecord(
        of: Self.timeIsOver,
        "the run has used up its \(Self.text(seconds)) s: \(epochs) of \(counted(total, "epoch")) were "
          + "trained",
        help: (epochs > 0 && isStored ? "run again to go on from there, or " : "")
          + "allow more with --max-time")
    case .notBegun(let seconds):
      ProblemRecord(
        of: Self.timeIsOver,
        "it was not started: the run has used up its \(Self.text(seconds)) s",
        help: "allow more with --max-time")
    }
  }

  static func text(_ seconds: Double) -> String {
    seconds == seconds.rounded() && seconds < 1e9 ? String(Int(seconds)) : String(seconds)
  }

  static let references = [
    reference(of: isOver)
  ]

  private static let timeIsOver = ProblemReference(
    "TB-R-121", "A run ends within its time",
    "--max-time and --untrusted limit it. What is finished is stored and shown on the page, which says what "
      + "is missing; the epochs of a fit that was stopped are stored too, and the next run goes on from "
      + "them.")
}
