import Options

/// What training makes small: a number for each sample, with its gradient by the network's outputs.
package protocol Loss: Configurable {
  /// The quantity of which the mean of ``values(_:_:rows:into:on:)`` is a value.
  var quantity: Quantity { get }

  /// The last activation that gives the outputs it is meant for; `nil` where any does.
  var lastActivation: String? { get }

  /// Whether targets may be numbers of any size, and not only classes or shares of them.
  var acceptsNumbers: Bool { get }

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

extension Quantity {
  /// A loss without a unit, as losses are unless they say otherwise.
  package static let loss = Quantity(
    name: "loss", better: .lower, unit: .plain, label: .init(english: "loss", japanese: "損失"))
}

extension Loss {
  package var name: String { Self.name }
  package var quantity: Quantity { .loss }
  package var lastActivation: String? { nil }
  package var acceptsNumbers: Bool { false }

  package func gradient(
    through activation: any Activation, _ outputs: Matrix, _ targets: TargetBatch, rows: Int,
    into gradient: Matrix, on engine: ExecutionContext
  ) -> Bool { false }
}
