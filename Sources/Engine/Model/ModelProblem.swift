import Diagnostics

/// What can be wrong with a model before any data is seen.
package enum ModelProblem: Problem, Error, Hashable {
  case noLayers
  case denseNeedsFlatInput([Int])
  case tooManyLayers(limit: Int)
  case tooManyParameters(limit: Int)

  package var code: String {
    switch self {
    case .noLayers: "TB-E-101"
    case .denseNeedsFlatInput: "TB-E-102"
    case .tooManyLayers: "TB-E-103"
    case .tooManyParameters: "TB-E-104"
    }
  }

  package var message: String {
    switch self {
    case .noLayers: "a model needs at least one layer"
    case .denseNeedsFlatInput(let shape):
      "dense takes one row of numbers for each sample, and here a sample has the shape \(shapeText(shape))"
    case .tooManyLayers(let limit): "a model may have at most \(limit) layers"
    case .tooManyParameters(let limit): "up to this layer the model has more than \(limit) parameters"
    }
  }

  package var help: String? {
    switch self {
    case .noLayers: "add a layer such as `- dense: {units: 10, activation: softmax}`"
    case .denseNeedsFlatInput: "add the layer `flatten` before it"
    case .tooManyLayers: "repeat fewer layers"
    case .tooManyParameters: "use fewer units"
    }
  }
}

/// A shape as text: `(28, 28)`.
package func shapeText(_ shape: [Int]) -> String {
  shape.count == 1 ? "(\(shape[0]),)" : "(\(shape.map(String.init).joined(separator: ", ")))"
}

/// A problem with a model, and the layer that has it.
package struct ModelFailure: Error, Hashable {
  package let problem: ModelProblem
  /// Where the layer was written.
  package let range: SourceRange

  package init(problem: ModelProblem, range: SourceRange) {
    self.problem = problem
    self.range = range
  }
}

extension ModelProblem {
  package var record: ProblemRecord {
    ProblemRecord(code, message, help: help, rule: "", reason: "")
  }
}
