import Options

/// `(y − t)²`, averaged over the outputs.
package struct MeanSquaredError: Loss {
  package static let name = "mean_squared_error"
  package static let abstract = "For numbers: the square of how far each output is off."

  package init() {}
  package init(_ options: inout OptionReader) {}

  package var acceptsNumbers: Bool { true }

  package func check(outputs: Int, lastActivation: String?, targets: TargetForm) throws(TrainingProblem) {
    guard targets.fits(outputs) else { throw .unitsDoNotMatchTargets(outputs: outputs, targets) }
  }

  package func values(
    _ outputs: Matrix, _ targets: TargetBatch, rows: Int, into losses: FloatBuffer,
    on engine: ExecutionContext
  ) {
    for row in 0..<rows {
      let y = outputs.row(row)
      var sum: Float = 0
      for column in 0..<outputs.columns {
        let difference = y[column] - targets.value(row, column, outputs: outputs.columns)
        sum += difference * difference
      }
      losses.pointer[row] = sum / Float(outputs.columns)
    }
  }

  package func gradient(
    _ outputs: Matrix, _ targets: TargetBatch, rows: Int, into gradient: Matrix, on engine: ExecutionContext
  ) {
    let share = 2 / Float(rows * outputs.columns)
    for row in 0..<rows {
      let y = outputs.row(row)
      let g = gradient.row(row)
      g.update(repeating: 0, count: gradient.stride)
      for column in 0..<outputs.columns {
        g[column] = (y[column] - targets.value(row, column, outputs: outputs.columns)) * share
      }
    }
  }
}
