import Options

/// `−Σ t ln p` for probabilities p, divided by their sum and clipped to [1e-7, 1 − 1e-7] as in Keras.
package struct CategoricalCrossentropy: Loss {
  package static let name = "categorical_crossentropy"
  package static let abstract = "For classes: how improbable the network finds each sample's own class."

  private let smoothing: LabelSmoothing

  package init(labelSmoothing: Float = 0) { smoothing = LabelSmoothing(labelSmoothing) }
  package init(_ options: inout OptionReader) { smoothing = LabelSmoothing(&options) }

  package var lastActivation: String? { Softmax.name }

  package func check(outputs: Int, lastActivation: String?, targets: TargetForm) throws(TrainingProblem) {
    try checkCategories(outputs: outputs, lastActivation: lastActivation, targets: targets)
  }

  package func values(
    _ outputs: Matrix, _ targets: TargetBatch, rows: Int, into losses: FloatBuffer,
    on engine: ExecutionContext
  ) {
    if let labels = plainLabels(targets) {
      engine.kernels.table.pointee.crossentropy(
        rows, outputs.columns, outputs.stride, outputs.pointer, labels, Probability.epsilon,
        Probability.upper,
        losses.pointer)
      return
    }
    let columns = outputs.columns
    let logarithms = engine.numbers(rows * columns)
    for row in 0..<rows {
      let p = outputs.row(row)
      let sum = Probability.total(p, columns)
      for column in 0..<columns {
        logarithms[row * columns + column] = Probability.clipped(p[column] / sum)
      }
    }
    engine.apply(.log, to: logarithms, count: rows * columns)
    for row in 0..<rows {
      var loss: Float = 0
      for column in 0..<columns {
        loss -= target(targets, row, column, columns) * logarithms[row * columns + column]
      }
      losses.pointer[row] = loss
    }
  }

  package func gradient(
    _ outputs: Matrix, _ targets: TargetBatch, rows: Int, into gradient: Matrix, on engine: ExecutionContext
  ) {
    let share = 1 / Float(rows)
    for row in 0..<rows {
      let p = outputs.row(row)
      let g = gradient.row(row)
      let sum = Probability.total(p, outputs.columns)
      g.update(repeating: 0, count: gradient.stride)
      // With q = p / Σp and L = −Σ t ln q: ∂L/∂pⱼ = (Σ t over inside q − tⱼ / qⱼ) / Σp.
      var inside: Float = 0
      for column in 0..<outputs.columns {
        let (target, q) = (target(targets, row, column, outputs.columns), p[column] / sum)
        guard target != 0, Probability.isInside(q) else { continue }
        g[column] = -target / q
        inside += target
      }
      for column in 0..<outputs.columns { g[column] = (g[column] + inside) / sum * share }
    }
  }

  /// Computes the gradient through softmax: `(p − t) / rows`, zero for targets whose probability is clipped.
  package func gradient(
    through activation: any Activation, _ outputs: Matrix, _ targets: TargetBatch, rows: Int,
    into gradient: Matrix, on engine: ExecutionContext
  ) -> Bool {
    guard activation.name == lastActivation else { return false }
    let share = 1 / Float(rows)
    if let labels = plainLabels(targets) {
      engine.kernels.table.pointee.crossentropy_softmax_backward(
        rows, outputs.columns, outputs.stride, outputs.pointer, labels, Probability.epsilon,
        Probability.upper,
        share, gradient.pointer)
      return true
    }
    for row in 0..<rows {
      let p = outputs.row(row)
      let g = gradient.row(row)
      let sum = Probability.total(p, outputs.columns)
      g.update(repeating: 0, count: gradient.stride)
      var inside: Float = 0
      for column in 0..<outputs.columns {
        let target = target(targets, row, column, outputs.columns)
        guard target != 0, Probability.isInside(p[column] / sum) else { continue }
        g[column] = -target
        inside += target
      }
      if inside == 0 { continue }
      for column in 0..<outputs.columns { g[column] = (g[column] + inside * p[column]) * share }
    }
    return true
  }

  /// The class of each row, if no other class has a part in its target.
  private func plainLabels(_ targets: TargetBatch) -> UnsafePointer<Int32>? {
    smoothing.share == 0 ? targets.labels : nil
  }

  @inline(__always)
  private func target(_ targets: TargetBatch, _ row: Int, _ column: Int, _ outputs: Int) -> Float {
    smoothing.target(targets.value(row, column, outputs: outputs), classes: outputs)
  }
}
