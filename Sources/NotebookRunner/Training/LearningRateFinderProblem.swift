import Diagnostics
import Options

/// A reason why a range test suggests no learning rate.
enum LearningRateFinderProblem: Problem {
  case noRange(from: Double, to: Double)
  /// The number of steps that were taken, and of those that were planned.
  case noFall(steps: Int, of: Int)

  var record: ProblemRecord {
    switch self {
    case .noRange(let start, let end):
      ProblemRecord(
        "TB-V-181",
        "the rates must rise, and `end_learning_rate` is \(OptionValue(.number(end))), not above "
          + "`start_learning_rate`, which is \(OptionValue(.number(start)))",
        help: "begin with a tiny rate, such as 1e-7, and end with a large one, such as 10",
        rule: "The rates of a range test rise",
        reason: "It shows at which rates the loss begins to fall, and beyond which it grows again.",
        wrong: .cell("{lr_find}", "fit: fast\nstart_learning_rate: 10\nend_learning_rate: 0.1"),
        right: .cell("{lr_find}", "fit: fast\nstart_learning_rate: 0.0001\nend_learning_rate: 10"))
    case .noFall(let steps, let planned):
      ProblemRecord(
        "TB-V-182",
        steps < planned
          ? "no rate can be suggested: the loss grew beyond bounds after \(counted(steps, "step")) of \(planned), "
            + "and had not fallen before"
          : "no rate can be suggested: the loss falls at none of them",
        help: steps < planned
          ? "lower `start_learning_rate`, or scale the inputs where the data is loaded"
          : "raise `end_learning_rate` or `steps`, and check that some layer is trained",
        rule: "The loss falls at some rate",
        reason:
          "A rate is suggested where the smoothed loss falls. The first tenth of the steps and the last five "
          + "do not count.")
    }
  }

  static let references = [reference(of: noRange), reference(of: noFall)]
}
