import Options

/// `−Σ t ln p` for probabilities p, divided by their sum and clipped to [1e-7, 1 − 1e-7] as in Keras.
package struct CategoricalCrossentropy: Loss {
  package static let name = "categorical_crossentropy"
  package static let abstract = "For classes: how improbable the network finds each sample's own class."

  package init() {}
  package init(_ options: inout OptionReader) {}

  package var lastActivation: String? { Softmax.name }

  package func check(outputs: Int, lastActivation: String?, targets: TargetForm) throws(TrainingProblem) {
    guard outputs == targets.width else { throw .unitsDoNotMatchTargets(outputs: outputs, targets) }
    guard outputs > 1 else { throw .oneOutputForCategories(loss: Self.name) }
    guard lastActivation == Softmax.name || lastActivation == Sigmoid.name else {
      throw .lossNeedsProbabilities(loss: Self.name, activation: Softmax.name, found: lastActivation)
    }
  }

  package func values(
    _ outputs: Matrix, _ targets: TargetBatch, rows: Int, into losses: FloatBuffer,
    on engine: ExecutionContext
  ) {
    if let labels = targets.labels {
      engine.kernels.table.pointee.crossentropy(
        rows, outputs.columns, outputs.stride, outputs.pointer, labels, Probability.epsilon,
        Probability.upper,
        losses.pointer)
      return
    }
    losses.fill(0)
    for rank in 0..<targets.nonZerosPerRow(outputs: outputs.columns) {
      let logarithms = engine.logarithms(rows) { row in
        let p = outputs.row(row)
        let column = targets.nonZero(row, rank)
        return Probability.clipped(p[column] / total(p, outputs.columns))
      }
      for row in 0..<rows {
        let target = targets.value(row, targets.nonZero(row, rank), outputs: outputs.columns)
        losses.pointer[row] -= target * logarithms[row]
      }
    }
  }

  package func gradient(_ outputs: Matrix, _ targets: TargetBatch, rows: Int, into gradient: Matrix) {
    let share = 1 / Float(rows)
    for row in 0..<rows {
      let p = outputs.row(row)
      let g = gradient.row(row)
      let sum = total(p, outputs.columns)
      g.update(repeating: 0, count: gradient.stride)
      // With q = p / Σp and L = −Σ t ln q: ∂L/∂pⱼ = (Σ t over inside q − tⱼ / qⱼ) / Σp.
      var inside: Float = 0
      targets.forEachNonZero(row, outputs: outputs.columns) { column, target in
        let q = p[column] / sum
        guard Probability.isInside(q) else { return }
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
    if let labels = targets.labels {
      engine.kernels.table.pointee.crossentropy_softmax_backward(
        rows, outputs.columns, outputs.stride, outputs.pointer, labels, Probability.epsilon,
        Probability.upper,
        share, gradient.pointer)
      return true
    }
    for row in 0..<rows {
      let p = outputs.row(row)
      let g = gradient.row(row)
      let sum = total(p, outputs.columns)
      g.update(repeating: 0, count: gradient.stride)
      var inside: Float = 0
      targets.forEachNonZero(row, outputs: outputs.columns) { column, target in
        guard Probability.isInside(p[column] / sum) else { return }
        g[column] = -target
        inside += target
      }
      if inside == 0 { continue }
      for column in 0..<outputs.columns { g[column] = (g[column] + inside * p[column]) * share }
    }
    return true
  }

  private func total(_ p: UnsafeMutablePointer<Float>, _ count: Int) -> Float {
    var sum: Float = 0
    for column in 0..<count { sum += p[column] }
    return sum
  }
}
