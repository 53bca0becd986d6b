import Options

/// `−(t ln p + (1 − t) ln(1 − p))`, averaged over the outputs; p is clipped to [1e-7, 1 − 1e-7] as in Keras.
package struct BinaryCrossentropy: Loss {
  package static let name = "binary_crossentropy"
  package static let abstract = "For yes or no: each output is the probability of a yes."

  private let smoothing: LabelSmoothing

  package init(labelSmoothing: Float = 0) { smoothing = LabelSmoothing(labelSmoothing) }
  package init(_ options: inout OptionReader) { smoothing = LabelSmoothing(&options) }

  package var lastActivation: String? { Sigmoid.name }
  package var comparesShares: Bool { true }

  package func check(outputs: Int, lastActivation: String?, targets: TargetForm) throws(TrainingProblem) {
    try checkProbabilities(outputs: outputs, lastActivation: lastActivation, targets: targets)
  }

  package func values(
    _ outputs: Matrix, _ targets: TargetBatch, rows: Int, into losses: FloatBuffer,
    on engine: ExecutionContext
  ) {
    losses.fill(0)
    for column in 0..<outputs.columns {
      func target(_ row: Int) -> Float {
        smoothing.target(targets.value(row, column, outputs: outputs.columns))
      }
      let ofYes = engine.logarithms(rows) { Probability.clipped(outputs.row($0)[column]) }
      for row in 0..<rows { losses.pointer[row] -= target(row) * ofYes[row] }
      let ofNo = engine.logarithms(rows) { 1 - Probability.clipped(outputs.row($0)[column]) }
      for row in 0..<rows { losses.pointer[row] -= (1 - target(row)) * ofNo[row] }
    }
    for row in 0..<rows { losses.pointer[row] /= Float(outputs.columns) }
  }

  package func gradient(
    _ outputs: Matrix, _ targets: TargetBatch, rows: Int, into gradient: Matrix, on engine: ExecutionContext
  ) {
    eachInside(outputs, targets, rows: rows, into: gradient) { p, t in (p - t) / (p * (1 - p)) }
  }

  /// Computes the gradient through sigmoid: `(p − t) / (outputs · rows)`, zero where p is clipped.
  package func gradient(
    through activation: any Activation, _ outputs: Matrix, _ targets: TargetBatch, rows: Int,
    into gradient: Matrix, on engine: ExecutionContext
  ) -> Bool {
    guard activation.name == lastActivation else { return false }
    eachInside(outputs, targets, rows: rows, into: gradient) { p, t in p - t }
    return true
  }

  private func eachInside(
    _ outputs: Matrix, _ targets: TargetBatch, rows: Int, into gradient: Matrix,
    _ derivative: (Float, Float) -> Float
  ) {
    let share = 1 / Float(rows * outputs.columns)
    for row in 0..<rows {
      let y = outputs.row(row)
      let g = gradient.row(row)
      g.update(repeating: 0, count: gradient.stride)
      for column in 0..<outputs.columns where Probability.isInside(y[column]) {
        let target = smoothing.target(targets.value(row, column, outputs: outputs.columns))
        g[column] = derivative(y[column], target) * share
      }
    }
  }
}
