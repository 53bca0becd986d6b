import Diagnostics

/// A problem with a list of layers as a whole.
enum LayerListProblem: Problem {
  case tooManyLayers(limit: Int)

  var record: ProblemRecord {
    switch self {
    case .tooManyLayers(let limit):
      ProblemRecord(
        "TB-E-103", "a model may have at most \(limit) layers", help: "repeat fewer layers",
        rule: "A model has at most 1,000 layers",
        reason:
          "With `repeat` a line makes many; beyond the limit, a mistyped number is far more likely than a "
          + "network that can be trained."
      )
    }
  }

  static let references = [reference(of: tooManyLayers)]
}
