extension Weights {
  /// All arrays, in the model's order, under their full names as files keep them: `dense_1/kernel`.
  package var arrays: [Variable] {
    layers.flatMap { layer in
      layer.variables.map { Variable(name: "\(layer.name)/\($0.name)", shape: $0.shape, values: $0.values) }
    }
  }
}

extension Model {
  /// The name and the shape of each array of its weights, in the model's order.
  package var arrayShapes: [(name: String, shape: [Int])] {
    parts.flatMap { part in part.variables.map { ("\(part.summary.name)/\($0.name)", $0.shape) } }
  }

  /// Checks that arrays of some names and shapes, in any order, are the model's weights.
  ///
  /// - Throws: an array that is missing, of another shape, or not the model's.
  package func checkArrays(_ arrays: [(name: String, shape: [Int])]) throws(WeightsProblem) {
    var left = Dictionary(arrays.map { ($0.name, $0.shape) }) { first, _ in first }
    let known = arrays.map(\.name)
    for (name, expected) in arrayShapes {
      guard let found = left.removeValue(forKey: name) else { throw .missing(name, known: known) }
      guard found == expected else { throw .shape(name, expected: expected, found: found) }
    }
    if let other = known.first(where: { left[$0] != nil }) { throw .notOfTheModel(other) }
  }

  /// The weights that arrays hold for this model, in any order and under their full names.
  ///
  /// - Throws: an array that is missing, of another shape, or not the model's.
  package func weights(from arrays: [Variable]) throws(WeightsProblem) -> Weights {
    try checkArrays(arrays.map { ($0.name, $0.shape) })
    let values = Dictionary(arrays.map { ($0.name, $0.values) }) { first, _ in first }
    let layers = parts.filter { !$0.variables.isEmpty }.map { part in
      LayerWeights(
        name: part.summary.name,
        variables: part.variables.map { variable in
          Variable(
            name: variable.name, shape: variable.shape,
            values: values["\(part.summary.name)/\(variable.name)"] ?? [])
        })
    }
    return Weights(layers: layers)
  }
}
