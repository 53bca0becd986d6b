import Diagnostics
import Options

/// A problem with the options of a fit that watch its epochs.
enum FitCallbackProblem: Problem {
  case notRecorded(String, known: [String])
  case twoBestEpochs

  var record: ProblemRecord {
    switch self {
    case .notRecorded(let name, let known):
      ProblemRecord(
        "TB-P-151", "the fit records no \"\(name)\"" + didYouMean(name, known),
        help: name.hasPrefix(RecordedQuantity.name(of: "", .validation))
          && !known.contains { $0.hasPrefix(RecordedQuantity.name(of: "", .validation)) }
          ? "validate it, with `validation_split: 0.1` or `validation_data`"
          : "recorded: \(known.joined(separator: ", "))",
        rule: "A quantity that is monitored is recorded",
        reason: "A fit records its loss and its `metrics`, and both with val_ in front if it is validated.",
        wrong: .fit("early_stopping: {monitor: val_precision}"),
        right: .fit("early_stopping: {monitor: val_accuracy, patience: 2}"))
    case .twoBestEpochs:
      ProblemRecord(
        "TB-P-152", "`keep` and `restore_best_weights` both choose the epoch whose weights are kept",
        help: "remove one of them", rule: "One epoch is the best",
        reason: "The two could choose different epochs.",
        wrong: .fit("early_stopping: {patience: 2, restore_best_weights: true}\nkeep: {best: val_accuracy}"),
        right: .fit("early_stopping: {patience: 2}\nkeep: {best: val_accuracy}"))
    }
  }

  static let references = [reference(of: notRecorded), reference(of: twoBestEpochs)]
}
