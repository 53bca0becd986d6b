extension Weights {
  /// All arrays in the order of the model, with their full names as in files: `dense_1/kernel`.
  package var arrays: [Variable] {
    layers.flatMap { layer in
      layer.variables.map { Variable(name: "\(layer.name)/\($0.name)", shape: $0.shape, values: $0.values) }
    }
  }
}

extension Model {
  /// The full name and the shape of each array of weights, in the order of the model.
  package var arrayShapes: [(name: String, shape: [Int])] {
    parts.flatMap { part in part.variables.map { ("\(part.summary.name)/\($0.name)", $0.shape) } }
  }

  /// Checks that arrays with these names and shapes, in any order, are the weights of the model.
  ///
  /// - Throws: A problem with the first array that is missing, has another shape, or is not in the model.
  package func checkArrays(_ arrays: [(name: String, shape: [Int])]) throws(WeightsProblem) {
    var left = Dictionary(arrays.map { ($0.name, $0.shape) }) { first, _ in first }
    let known = arrays.map(\.name)
    for (name, expected) in arrayShapes {
      guard let found = left.removeValue(forKey: name) else { throw .missing(name, known: known) }
      guard found == expected else { throw .shape(name, expected: expected, found: found) }
    }
    if let other = known.first(where: { left[$0] != nil }) { throw .notOfTheModel(other) }
  }

  /// Returns the weights of this model from arrays in any order with their full names.
  ///
  /// - Throws: A problem with the first array that is missing, has another shape, or is not in the model.
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
