/// A loss that averages, over the outputs of a sample, a function of an output y and its target t.
///
/// One elementary function f of y and t may be needed, computed for all outputs of a batch at once, for the values as
/// for their slopes.
protocol OutputwiseLoss: Loss {
  /// The elementary function of the values; `nil` if they need none.
  static var valueFunction: ElementaryFunction? { get }
  func valueArgument(_ y: Float, _ t: Float) -> Float
  /// Returns the loss of one output.
  ///
  /// - Parameter f: the elementary function of the argument; 0 if there is none.
  func value(_ y: Float, _ t: Float, _ f: Float) -> Float

  /// The elementary function of the slopes; `nil` if they need none.
  static var slopeFunction: ElementaryFunction? { get }
  func slopeArgument(_ y: Float, _ t: Float) -> Float
  /// Returns the derivative of the loss of one output with respect to y.
  func slope(_ y: Float, _ t: Float, _ f: Float) -> Float

  /// Returns the number by which the sum over so many outputs is divided.
  static func divisor(outputs: Int) -> Float
}

extension OutputwiseLoss {
  static var valueFunction: ElementaryFunction? { nil }
  static var slopeFunction: ElementaryFunction? { nil }
  func valueArgument(_ y: Float, _ t: Float) -> Float { 0 }
  func slopeArgument(_ y: Float, _ t: Float) -> Float { 0 }
  static func divisor(outputs: Int) -> Float { Float(outputs) }

  package var acceptsNumbers: Bool { true }

  package func check(outputs: Int, lastActivation: String?, targets: TargetForm) throws(TrainingProblem) {
    guard targets.fits(outputs) else { throw .unitsDoNotMatchTargets(outputs: outputs, targets) }
  }

  package func values(
    _ outputs: Matrix, _ targets: TargetBatch, rows: Int, into losses: FloatBuffer,
    on engine: ExecutionContext
  ) {
    let columns = outputs.columns
    let f = functions(Self.valueFunction, outputs, targets, rows, engine, valueArgument)
    for row in 0..<rows {
      let y = outputs.row(row)
      var sum: Float = 0
      for column in 0..<columns {
        let t = targets.value(row, column, outputs: columns)
        sum += value(y[column], t, f.map { $0[row * columns + column] } ?? 0)
      }
      losses.pointer[row] = sum / Self.divisor(outputs: columns)
    }
  }

  package func gradient(
    _ outputs: Matrix, _ targets: TargetBatch, rows: Int, into gradient: Matrix, on engine: ExecutionContext
  ) {
    let columns = outputs.columns
    let share = 1 / (Float(rows) * Self.divisor(outputs: columns))
    let f = functions(Self.slopeFunction, outputs, targets, rows, engine, slopeArgument)
    for row in 0..<rows {
      let (y, g) = (outputs.row(row), gradient.row(row))
      g.update(repeating: 0, count: gradient.stride)
      for column in 0..<columns {
        let t = targets.value(row, column, outputs: columns)
        g[column] = slope(y[column], t, f.map { $0[row * columns + column] } ?? 0) * share
      }
    }
  }

  private func functions(
    _ function: ElementaryFunction?, _ outputs: Matrix, _ targets: TargetBatch, _ rows: Int,
    _ engine: ExecutionContext, _ argument: (Float, Float) -> Float
  ) -> UnsafeMutablePointer<Float>? {
    guard let function else { return nil }
    let columns = outputs.columns
    let numbers = engine.numbers(rows * columns)
    for row in 0..<rows {
      let y = outputs.row(row)
      for column in 0..<columns {
        numbers[row * columns + column] = argument(
          y[column], targets.value(row, column, outputs: columns))
      }
    }
    engine.apply(function, to: numbers, count: rows * columns)
    return numbers
  }
}
