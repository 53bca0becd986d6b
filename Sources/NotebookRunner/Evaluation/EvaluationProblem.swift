import Diagnostics

/// Why curves cannot be drawn of what a model answered.
enum EvaluationProblem: Problem {
  case scoresNotFinite
  case oneSided(String)
  case noProbabilities
  case tooManyClasses(Int, limit: Int)

  var code: String {
    switch self {
    case .scoresNotFinite: "TB-R-111"
    case .oneSided: "TB-R-112"
    case .noProbabilities: "TB-R-113"
    case .tooManyClasses: "TB-R-114"
    }
  }

  var message: String {
    switch self {
    case .scoresNotFinite: "the model's outputs must be numbers to be put in order, and some are not"
    case .oneSided(let name):
      "a curve needs samples of \"\(name)\" and others, and all samples are of one kind"
    case .noProbabilities: "reliability needs probabilities, and some outputs are not between 0 and 1"
    case .tooManyClasses(let count, let limit):
      "the data has \(count) classes, and `evaluate` compares at most \(limit): its confusion matrix would have "
        + "\(count) × \(count) cells"
    }
  }

  var help: String? {
    switch self {
    case .scoresNotFinite: "training broke down; lower the learning rate"
    case .oneSided: "choose another `pos_label`, or evaluate more samples"
    case .noProbabilities: "end the model with `activation: softmax`, or `sigmoid` for a single unit"
    case .tooManyClasses: "use the fit's `val_accuracy`, or data with fewer classes"
    }
  }
}
