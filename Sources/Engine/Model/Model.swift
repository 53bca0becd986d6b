/// A sequence of layers that fit together: a specification without weights.
package struct Model: Sendable {
  /// A layer with its name, shape and variables in the model.
  struct Part: Sendable {
    let layer: any Layer
    let summary: LayerSummary
    let variables: [VariableSpecification]
  }

  package let inputShape: [Int]
  let parts: [Part]

  private static let parameterLimit = 1 << 28

  /// Creates a model after checking that each layer takes the output of the one before.
  ///
  /// - Throws: The first problem, with the index of its layer.
  package init(inputShape: [Int], layers: [any Layer]) throws(ModelFailure) {
    guard !layers.isEmpty else { throw ModelFailure(problem: .noLayers) }
    var shape = inputShape
    var parts: [Part] = []
    var parameters = 0
    var names = LayerNames()
    for (index, layer) in layers.enumerated() {
      let kind = layer.kind
      let input = shape
      let variables = layer.variables(for: shape)
      do throws(ModelProblem) {
        if layer.tokenCount != nil, !parts.allSatisfy(\.layer.isTransparent) { throw .embeddingNeedsTokens }
        if layer.augmentsInputs, parts.contains(where: { !$0.variables.isEmpty }) {
          throw .augmentsLate(layer: kind)
        }
        shape = try layer.outputShape(for: shape)
        let count = variables.reduce(0) { sum, variable in
          let (next, overflow) = sum.addingReportingOverflow(variable.count)
          return overflow ? .max : next
        }
        guard count <= Self.parameterLimit - parameters else {
          throw .tooManyParameters(limit: Self.parameterLimit)
        }
        parameters += count
        for variable in variables {
          try variable.initializer.check(shape: variable.shape)
          try variable.rules.constraint?.check(shape: variable.shape)
        }
        let summary = LayerSummary(
          name: names.name(of: layer), kind: kind, activation: layer.activation.map { type(of: $0).name },
          outputShape: shape, parameterCount: count,
          trainableCount: variables.reduce(0) { $0 + ($1.isTrainable ? $1.count : 0) })
        parts.append(Part(layer: layer, summary: summary, variables: variables))
      } catch {
        throw ModelFailure(problem: error, layer: index, innerPath: layer.misfit(for: input))
      }
    }
    self.inputShape = inputShape
    self.parts = parts
  }

  package var outputShape: [Int] { parts.last?.summary.outputShape ?? inputShape }

  package var summary: [LayerSummary] { parts.map(\.summary) }

  package var parameterCount: Int { parts.reduce(0) { $0 + $1.summary.parameterCount } }

  /// The number of parameters that training changes.
  package var trainableCount: Int { parts.reduce(0) { $0 + $1.summary.trainableCount } }

  /// The name of the activation that computes the outputs; `nil` if the last layer has none.
  package var lastActivation: String? { activatingLayer.flatMap { parts[$0].summary.activation } }

  /// The index of the layer that computes the outputs, and so applies or lacks the last activation.
  package var activatingLayer: Int? { parts.lastIndex { !$0.layer.isTransparent } }

  /// The index of the layer that determines the number of outputs.
  package var outputLayer: Int? {
    parts.lastIndex { !$0.variables.isEmpty } ?? parts.indices.last
  }

  /// The names of the layers that a trainer can measure, and whether their activation has a slope.
  package var measuredLayers: [(name: String, hasSlope: Bool)] {
    parts.indices.filter { parts[$0].layer.hasProbe }.map { index in
      let own = parts[index].layer.activation.flatMap { $0.isIdentity ? nil : $0 }
      let activation = own ?? appliedAlone(after: index)
      return (parts[index].summary.name, activation.map { $0.steepestSlope != nil } ?? true)
    }
  }

  /// Returns the activation of the next layer, if that layer is nothing else.
  private func appliedAlone(after index: Int) -> (any Activation)? {
    guard parts.indices.contains(index + 1), parts[index + 1].variables.isEmpty else { return nil }
    return parts[index + 1].layer.activation
  }

  /// True if samples are token ids, not amounts.
  package var readsTokens: Bool { tokenCount != nil }

  /// The number of token ids that the samples may consist of; `nil` if they consist of numbers.
  var tokenCount: Int? { parts.first { !$0.layer.isTransparent }?.layer.tokenCount }

  /// The number of outputs for one sample.
  package var outputCount: Int { outputShape.reduce(1, *) }

  /// Returns the initial weights: random numbers keyed by the seed, the number of earlier layers with weights, the
  /// number of earlier arrays of the layer, and the position of each number.
  package func initialWeights(seed: UInt64) -> Weights {
    let weighted = parts.filter { !$0.variables.isEmpty }
    return Weights(
      layers: weighted.enumerated().map { ordinal, part in
        let variables = part.variables.enumerated().map { index, specification in
          let stream = RandomStream(
            seed: seed, purpose: .initialization, layer: Self.initializationKey(ordinal, index))
          return Variable(
            name: specification.name, shape: specification.shape,
            values: specification.initializer.values(shape: specification.shape, from: stream))
        }
        return LayerWeights(name: part.summary.name, variables: variables)
      })
  }

  /// Returns the key of the random numbers of an array: layers have 16 keys each, up to 2¹⁴ in all, and those with more
  /// arrays have 16 more in each further block of as many.
  private static func initializationKey(_ ordinal: Int, _ array: Int) -> Int {
    ((array / 16) << 14) + ordinal * 16 + array % 16
  }
}
