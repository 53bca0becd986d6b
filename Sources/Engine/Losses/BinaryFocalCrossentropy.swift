import Options

/// `−w (1 − r)^γ (t ln p + (1 − t) ln(1 − p))` with r = t p + (1 − t)(1 − p), averaged over the outputs. In the
/// logarithms, p is clipped to [1e-7, 1 − 1e-7] as in Keras. The weight w is 1, or with class balancing
/// `t α + (1 − t)(1 − α)`.
package struct BinaryFocalCrossentropy: Loss {
  package static let name = "binary_focal_crossentropy"
  package static let abstract = "Like binary_crossentropy, but answers that are already easy count for less."

  private let balances: Bool
  private let alpha: Float
  private let focus: FocalPower
  private let smoothing: LabelSmoothing

  package init(
    balancesClasses: Bool = false, alpha: Float = 0.25, gamma: Float = 2, labelSmoothing: Float = 0
  ) {
    balances = balancesClasses
    self.alpha = alpha
    focus = FocalPower(gamma)
    smoothing = LabelSmoothing(labelSmoothing)
  }

  package init(_ options: inout OptionReader) {
    balances = options.read(
      "apply_class_balancing", .flag, default: false,
      help: "Whether a yes counts alpha times, and a no 1 − alpha times.")
    alpha = Float(
      options.read(
        "alpha", .number(.within(0...1)), default: 0.25,
        help: "The weight of a yes, if the classes are balanced."))
    focus = FocalPower(&options)
    smoothing = LabelSmoothing(&options)
  }

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
    eachOutput(outputs, targets, rows, engine) { row, _, term in
      losses.pointer[row] += term.weight * term.power * term.crossentropy
    }
    for row in 0..<rows { losses.pointer[row] /= Float(outputs.columns) }
  }

  package func gradient(
    _ outputs: Matrix, _ targets: TargetBatch, rows: Int, into gradient: Matrix, on engine: ExecutionContext
  ) {
    let share = 1 / Float(rows * outputs.columns)
    for row in 0..<rows { gradient.row(row).update(repeating: 0, count: gradient.stride) }
    eachOutput(outputs, targets, rows, engine) { row, column, term in
      let (p, t) = (term.probability, term.target)
      let direct = Probability.isInside(p) ? term.power * ((p - t) / (p * (1 - p))) : 0
      let focused = focus.slope(distance: term.distance, power: term.power) * (2 * t - 1)
      gradient.row(row)[column] = term.weight * (direct + focused * term.crossentropy) * share
    }
  }

  /// The parts of the loss of one output.
  private struct Term {
    let probability: Float
    let target: Float
    let weight: Float
    /// The distance `1 − r` from the right answer, and its power.
    let distance: Float
    let power: Float
    let crossentropy: Float
  }

  private func eachOutput(
    _ outputs: Matrix, _ targets: TargetBatch, _ rows: Int, _ engine: ExecutionContext,
    _ body: (_ row: Int, _ column: Int, Term) -> Void
  ) {
    let (columns, count) = (outputs.columns, rows * outputs.columns)
    let yes = engine.numbers(3 * roundedToLanes(count))
    let (no, powers) = (yes + roundedToLanes(count), yes + 2 * roundedToLanes(count))
    func target(_ row: Int, _ column: Int) -> Float {
      smoothing.target(targets.value(row, column, outputs: columns))
    }
    func distance(_ p: Float, _ t: Float) -> Float { 1 - (t * p + (1 - t) * (1 - p)) }
    for row in 0..<rows {
      for column in 0..<columns {
        let p = outputs.row(row)[column]
        yes[row * columns + column] = Probability.clipped(p)
        no[row * columns + column] = 1 - Probability.clipped(p)
        powers[row * columns + column] = distance(p, target(row, column))
      }
    }
    engine.apply(.log, to: yes, count: count)
    engine.apply(.log, to: no, count: count)
    focus.apply(to: powers, count: count, on: engine)
    for row in 0..<rows {
      for column in 0..<columns {
        let (p, t, place) = (outputs.row(row)[column], target(row, column), row * columns + column)
        body(
          row, column,
          Term(
            probability: p, target: t, weight: balances ? t * alpha + (1 - t) * (1 - alpha) : 1,
            distance: distance(p, t), power: powers[place],
            crossentropy: -(t * yes[place] + (1 - t) * no[place])))
      }
    }
  }
}
