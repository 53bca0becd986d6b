/// A dense layer of a network with the activation behind it, for looking inside.
struct DenseStage {
  /// The layer's name in the model's summary.
  let name: String
  let dense: DenseOperation
  /// `nil` where the sums are the outputs.
  let activation: ActivationOperation?
  private let memory: FloatBuffer

  init(name: String, dense: DenseOperation, activation: ActivationOperation?, capacity: Int) {
    self.name = name
    self.dense = dense
    self.activation = activation
    memory = FloatBuffer(count: capacity * paddedWidth(dense.output.columns))
  }

  var output: Signal { activation?.output ?? dense.output }

  /// The activation's slope at each of the last batch's sums, and its steepest anywhere; `nil` where an output
  /// depends on more than its own sum.
  func slopes(_ rows: Int) -> (matrix: Matrix, steepest: Float)? {
    let matrix = Matrix(memory, columns: dense.output.columns)
    memory.fill(1)
    guard let activation else { return (matrix, 1) }
    guard let steepest = activation.activation.steepestSlope else { return nil }
    activation.findSlopes(matrix, rows: rows)
    return (matrix, steepest)
  }
}

extension Network {
  /// The dense layers in order.
  var denseStages: [DenseStage] {
    operations.indices.compactMap { index in
      guard let dense = operations[index] as? DenseOperation,
        let name = weighted.first(where: { $0.operation === dense })?.part.summary.name
      else { return nil }
      let next = operations.indices.contains(index + 1) ? operations[index + 1] : nil
      return DenseStage(
        name: name, dense: dense, activation: next as? ActivationOperation, capacity: capacity)
    }
  }
}
