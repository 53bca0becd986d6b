import Options

/// What training makes small: a number for each sample, with its gradient by the network's outputs.
package protocol Loss: Configurable {
  /// Whether a network of so many outputs can be judged by targets of that form.
  func check(outputs: Int, lastActivation: String?, targets: TargetForm) throws(TrainingProblem)

  /// The loss of each row.
  func values(
    _ outputs: Matrix, _ targets: TargetBatch, rows: Int, into losses: FloatBuffer,
    on engine: ExecutionContext)

  /// The gradient of the rows' mean loss by the outputs.
  func gradient(_ outputs: Matrix, _ targets: TargetBatch, rows: Int, into gradient: Matrix)

  /// The gradient by the inputs of the last activation, where both together have a simpler form.
  ///
  /// - Returns: `false` where they have none and nothing was done.
  func gradient(
    through activation: any Activation, _ outputs: Matrix, _ targets: TargetBatch, rows: Int,
    into gradient: Matrix, on engine: ExecutionContext
  ) -> Bool
}

extension Loss {
  package var name: String { Self.name }

  package func gradient(
    through activation: any Activation, _ outputs: Matrix, _ targets: TargetBatch, rows: Int,
    into gradient: Matrix, on engine: ExecutionContext
  ) -> Bool { false }
}
