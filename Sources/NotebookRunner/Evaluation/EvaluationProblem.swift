import Diagnostics

/// A reason why a model's answers cannot be reported.
enum EvaluationProblem: Problem {
  case scoresNotFinite
  case oneSided(String)
  case noProbabilities
  case tooManyClasses(Int, limit: Int, seeds: Int)
  case partOfAnotherReport(String, parts: [String])

  var record: ProblemRecord {
    switch self {
    case .scoresNotFinite:
      ProblemRecord(
        "TB-R-111", "the model's outputs must be numbers to be ranked, and some are not",
        help: "training broke down; lower the learning rate", rule: "Answers can be ranked",
        reason: "Curves go through all thresholds, from the surest answer to the least sure. The answers of "
          + "infinite weights cannot be compared.")
    case .oneSided(let name):
      ProblemRecord(
        "TB-R-112", "a curve needs samples of \"\(name)\" and of others, and these are all of one kind",
        help: "choose another `pos_label`, or evaluate more samples",
        rule: "There are samples of the class and of others",
        reason: "A decision curve shows what is gained in one kind against what is lost in the other.")
    case .noProbabilities:
      ProblemRecord(
        "TB-R-113", "reliability needs probabilities, and some outputs are not between 0 and 1",
        help: "end the model with `activation: softmax`, or `sigmoid` for a single unit",
        rule: "Reliability is measured on probabilities",
        reason: "It compares how sure a network says it is with how often it is right; only numbers from 0 "
          + "to 1 say how sure.")
    case .tooManyClasses(let count, let limit, let seeds):
      ProblemRecord(
        "TB-R-114",
        "the data has \(count) classes, and `evaluate` compares at most \(limit): its confusion matrix would "
          + "have \(count) × \(count) cells" + (seeds > 1 ? " for each of \(seeds) seeds" : ""),
        help: "use the fit's `val_accuracy`, or data with fewer classes",
        rule: "Data that is evaluated has at most 1,000 classes",
        reason: "A confusion matrix has a cell for each pair of classes: 10,000 classes would make a hundred "
          + "million, too many for memory and for a reader.")
    case .partOfAnotherReport(let part, let parts):
      ProblemRecord(
        "TB-P-147", "the report on this fit has no part \"\(part)\"",
        help: "its parts: \(parts.joined(separator: ", "))",
        rule: "A part of a report suits what the model predicts",
        reason:
          "Only a model that predicts classes has a confusion matrix, and only one that predicts numbers has a "
          + "chart of its predictions.",
        wrong: .cell("{evaluate}", "fit: fast\nwhat: predictions"),
        right: .cell("{evaluate}", "fit: fast\nwhat: confusion_matrix"))
    }
  }

  static let references = [
    reference(of: scoresNotFinite), reference(of: oneSided), reference(of: noProbabilities),
    reference(of: tooManyClasses), reference(of: partOfAnotherReport),
  ]
}
