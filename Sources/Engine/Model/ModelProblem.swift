/// A problem with a model that shows without any data.
package enum ModelProblem: Error, Hashable {
  case noLayers
  case denseNeedsFlatInput([Int])
  case tooManyParameters(limit: Int)
  /// A layer whose windows slide over so many dimensions, and samples that have fewer or more.
  case needsPositions(layer: String, dimensions: Int, found: [Int])
  case windowTooLarge(layer: String, window: [Int], found: [Int])
  case cannotReshape([Int], to: [Int])
  /// An initializer is defined for matrices only, and an array of the layer is none.
  case initializerNeedsMatrix(String, [Int])
  /// An initializer would take too long for an array of the layer.
  case initializerIsSlow(String, [Int])
  /// A layer takes samples that consist of steps.
  case needsSteps(layer: String, [Int])
  case embeddingNeedsRow([Int])
  /// Layers before an embedding have made other numbers of the token ids.
  case embeddingNeedsTokens
  case needsRecurrentLayer(found: String)
  /// The outputs of two branches cannot be merged in a way such as "added".
  case branchesDiffer(layer: String, [Int], [Int], merging: String)
  case mergedTooLarge(layer: String, limit: Int)
  case nestedTooDeeply(limit: Int)
  case tooManyInnerLayers(limit: Int)
  /// A layer that changes the inputs of the network stands after weights.
  case augmentsLate(layer: String)
  /// A layer shares numbers along a dimension that its samples do not have.
  case cannotShareAxis(Int, [Int])
  /// A constraint takes norms along a dimension that an array of the layer does not have.
  case noSuchAxis(constraint: String, axis: Int, [Int])
}

/// A problem with a model, and the layer that has it.
package struct ModelFailure: Error, Hashable {
  package let problem: ModelProblem
  /// The layer's index in the list that the model was made from; `nil` where the list as a whole is wrong.
  package let layer: Int?
  /// The path from that layer to the one within it which has the problem; none if it is the layer itself.
  package let innerPath: [LayerStep]

  package init(problem: ModelProblem, layer: Int? = nil, innerPath: [LayerStep] = []) {
    self.problem = problem
    self.layer = layer
    self.innerPath = innerPath
  }
}
