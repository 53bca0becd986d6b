import Options

/// A function that training minimizes: a number for each sample, with its gradient with respect to the outputs.
package protocol Loss: Configurable {
  /// The quantity that the mean of ``values(_:_:rows:into:on:)`` measures.
  var quantity: Quantity { get }

  /// The name of the activation whose outputs the loss takes; `nil` if it takes any.
  var lastActivation: String? { get }

  /// The name of the last activation in the reference's example; by default the one whose outputs the loss takes.
  var exampleActivation: String? { get }

  /// A Boolean value that indicates whether targets may be numbers of any size, besides classes or their shares.
  var acceptsNumbers: Bool { get }

  /// A Boolean value that indicates whether targets are shares between 0 and 1, so that the inputs of a network that
  /// gives them back have to be some too.
  var comparesShares: Bool { get }

  /// Checks that the loss is defined for such outputs and targets.
  func check(outputs: Int, lastActivation: String?, targets: TargetForm) throws(TrainingProblem)

  /// Computes the loss of each row.
  func values(
    _ outputs: Matrix, _ targets: TargetBatch, rows: Int, into losses: FloatBuffer,
    on engine: ExecutionContext)

  /// Computes the gradient of the mean loss of the rows with respect to the outputs.
  func gradient(
    _ outputs: Matrix, _ targets: TargetBatch, rows: Int, into gradient: Matrix, on engine: ExecutionContext)

  /// Computes the gradient with respect to the inputs of the last activation, if loss and activation together have a
  /// simpler form.
  ///
  /// - Returns: `false` if they have none; nothing is computed then.
  func gradient(
    through activation: any Activation, _ outputs: Matrix, _ targets: TargetBatch, rows: Int,
    into gradient: Matrix, on engine: ExecutionContext
  ) -> Bool
}

extension Quantity {
  /// The quantity of a loss without a unit.
  package static let loss = Quantity(
    name: "loss", better: .lower, unit: .plain, label: .init(english: "loss", japanese: "損失"))
}

extension Loss {
  package var name: String { Self.name }
  package var quantity: Quantity { .loss }
  package var lastActivation: String? { nil }
  package var exampleActivation: String? { lastActivation }
  package var acceptsNumbers: Bool { false }
  package var comparesShares: Bool { false }

  package func gradient(
    through activation: any Activation, _ outputs: Matrix, _ targets: TargetBatch, rows: Int,
    into gradient: Matrix, on engine: ExecutionContext
  ) -> Bool { false }
}
