import Options

/// Categorical cross-entropy of classes that are given as numbers. Data keeps classes in that form, so that it equals
/// ``CategoricalCrossentropy``.
package struct SparseCategoricalCrossentropy: Loss {
  package static let name = "sparse_categorical_crossentropy"
  package static let abstract = "The same as categorical_crossentropy, by Keras's name for numbered classes."

  private let dense = CategoricalCrossentropy()

  package init() {}
  package init(_ options: inout OptionReader) {}

  package var lastActivation: String? { dense.lastActivation }

  package func check(outputs: Int, lastActivation: String?, targets: TargetForm) throws(TrainingProblem) {
    guard case .classes = targets else { throw .lossNeedsClasses(Self.name) }
    try checkCategories(outputs: outputs, lastActivation: lastActivation, targets: targets)
  }

  package func values(
    _ outputs: Matrix, _ targets: TargetBatch, rows: Int, into losses: FloatBuffer,
    on engine: ExecutionContext
  ) {
    dense.values(outputs, targets, rows: rows, into: losses, on: engine)
  }

  package func gradient(
    _ outputs: Matrix, _ targets: TargetBatch, rows: Int, into gradient: Matrix, on engine: ExecutionContext
  ) {
    dense.gradient(outputs, targets, rows: rows, into: gradient, on: engine)
  }

  package func gradient(
    through activation: any Activation, _ outputs: Matrix, _ targets: TargetBatch, rows: Int,
    into gradient: Matrix, on engine: ExecutionContext
  ) -> Bool {
    dense.gradient(through: activation, outputs, targets, rows: rows, into: gradient, on: engine)
  }
}
