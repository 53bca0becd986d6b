import Options

/// `−Σ α (1 − p)^γ t ln p` for probabilities p, divided by their sum and clipped to [1e-7, 1 − 1e-7] as in Keras.
package struct CategoricalFocalCrossentropy: Loss {
  package static let name = "categorical_focal_crossentropy"
  package static let abstract =
    "Like categorical_crossentropy, but samples that are already easy count for less."

  private let alpha: Float
  private let focus: FocalPower
  private let smoothing: LabelSmoothing

  package init(alpha: Float = 0.25, gamma: Float = 2, labelSmoothing: Float = 0) {
    self.alpha = alpha
    focus = FocalPower(gamma)
    smoothing = LabelSmoothing(labelSmoothing)
  }

  package init(_ options: inout OptionReader) {
    alpha = Float(
      options.read(
        "alpha", .number(.nonnegativeFloat), default: 0.25, help: "The factor of the whole loss."))
    focus = FocalPower(&options)
    smoothing = LabelSmoothing(&options)
  }

  package var lastActivation: String? { Softmax.name }

  package func check(outputs: Int, lastActivation: String?, targets: TargetForm) throws(TrainingProblem) {
    try checkCategories(outputs: outputs, lastActivation: lastActivation, targets: targets)
  }

  package func values(
    _ outputs: Matrix, _ targets: TargetBatch, rows: Int, into losses: FloatBuffer,
    on engine: ExecutionContext
  ) {
    let columns = outputs.columns
    let (logarithms, powers) = terms(outputs, rows, engine)
    for row in 0..<rows {
      var sum: Float = 0
      for column in 0..<columns {
        let place = row * columns + column
        sum += alpha * powers[place] * (-target(targets, row, column, columns) * logarithms[place])
      }
      losses.pointer[row] = sum
    }
  }

  package func gradient(
    _ outputs: Matrix, _ targets: TargetBatch, rows: Int, into gradient: Matrix, on engine: ExecutionContext
  ) {
    let columns = outputs.columns
    let (logarithms, powers) = terms(outputs, rows, engine)
    let share = 1 / Float(rows)
    for row in 0..<rows {
      let (p, g) = (outputs.row(row), gradient.row(row))
      let sum = Probability.total(p, columns)
      g.update(repeating: 0, count: gradient.stride)
      // With q = p / Σp and d = ∂L/∂q: ∂L/∂pⱼ = (dⱼ − Σ dₖ qₖ) / Σp.
      var mean: Float = 0
      for column in 0..<columns {
        let (q, place) = (p[column] / sum, row * columns + column)
        guard Probability.isInside(q) else { continue }
        let slope =
          focus.slope(distance: 1 - q, power: powers[place]) * logarithms[place] + powers[place] / q
        g[column] = -alpha * target(targets, row, column, columns) * slope
        mean += g[column] * q
      }
      for column in 0..<columns { g[column] = (g[column] - mean) / sum * share }
    }
  }

  /// Returns the logarithm of each probability and the power of its distance from 1.
  private func terms(
    _ outputs: Matrix, _ rows: Int, _ engine: ExecutionContext
  ) -> (logarithms: UnsafeMutablePointer<Float>, powers: UnsafeMutablePointer<Float>) {
    let count = rows * outputs.columns
    let logarithms = engine.numbers(2 * roundedToLanes(count))
    let powers = logarithms + roundedToLanes(count)
    for row in 0..<rows {
      let p = outputs.row(row)
      let sum = Probability.total(p, outputs.columns)
      for column in 0..<outputs.columns {
        let q = Probability.clipped(p[column] / sum)
        logarithms[row * outputs.columns + column] = q
        powers[row * outputs.columns + column] = 1 - q
      }
    }
    engine.apply(.log, to: logarithms, count: count)
    focus.apply(to: powers, count: count, on: engine)
    return (logarithms, powers)
  }

  private func target(_ targets: TargetBatch, _ row: Int, _ column: Int, _ outputs: Int) -> Float {
    smoothing.target(targets.value(row, column, outputs: outputs), classes: outputs)
  }
}
