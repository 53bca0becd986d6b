/// A problem with a model that shows without any data.
package enum ModelProblem: Error, Hashable {
  case noLayers
  case denseNeedsFlatInput([Int])
  case tooManyParameters(limit: Int)
  /// A layer takes samples that consist of steps.
  case needsSteps(layer: String, [Int])
  case embeddingNeedsRow([Int])
  /// Layers before an embedding have made other numbers of the token ids.
  case embeddingNeedsTokens
  case needsRecurrentLayer(found: String)
}

/// A problem with a model, and the layer that has it.
package struct ModelFailure: Error, Hashable {
  package let problem: ModelProblem
  /// The layer's index in the list that the model was made from; `nil` where the list as a whole is wrong.
  package let layer: Int?

  package init(problem: ModelProblem, layer: Int? = nil) {
    self.problem = problem
    self.layer = layer
  }
}
