import Diagnostics

/// What can be wrong with a list of layers as a whole.
enum LayerListProblem: Problem {
  case tooManyLayers(limit: Int)

  var code: String { "TB-E-103" }

  var message: String {
    switch self {
    case .tooManyLayers(let limit): "a model may have at most \(limit) layers"
    }
  }

  var help: String? { "repeat fewer layers" }

  static let reference = [
    ProblemReference(
      "TB-E-103", "A model has at most 1,000 layers",
      "`repeat` makes many with little writing; beyond the limit a mistyped number is far more likely than a network "
        + "that can be trained.")
  ]
}
