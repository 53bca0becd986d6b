extension Weights {
  /// All arrays, in the model's order, under their full names as files keep them: `dense_1/kernel`.
  package var arrays: [Variable] {
    layers.flatMap { layer in
      layer.variables.map { Variable(name: "\(layer.name)/\($0.name)", shape: $0.shape, values: $0.values) }
    }
  }
}

extension Model {
  /// The weights that arrays hold for this model, in any order and under their full names.
  ///
  /// - Throws: an array that is missing, of another shape, or not the model's.
  package func weights(from arrays: [Variable]) throws(WeightsProblem) -> Weights {
    var left = Dictionary(arrays.map { ($0.name, $0) }) { first, _ in first }
    let known = arrays.map(\.name)
    var layers: [LayerWeights] = []
    for part in parts where !part.variables.isEmpty {
      var variables: [Variable] = []
      for specification in part.variables {
        let name = "\(part.summary.name)/\(specification.name)"
        guard let array = left.removeValue(forKey: name) else { throw .missing(name, known: known) }
        guard array.shape == specification.shape else {
          throw .shape(name, expected: specification.shape, found: array.shape)
        }
        variables.append(Variable(name: specification.name, shape: array.shape, values: array.values))
      }
      layers.append(LayerWeights(name: part.summary.name, variables: variables))
    }
    if let other = known.first(where: { left[$0] != nil }) { throw .notOfTheModel(other) }
    return Weights(layers: layers)
  }
}
