/// A step of a layer's computation, carried out on one batch after another in buffers of its own.
protocol Operation: AnyObject {
  var output: Signal { get }
  /// The layer's variables that belong to this operation, in their order: weights, and state that is not trained.
  var parameters: [Parameter] { get }

  func forward(rows: Int, in pass: Pass)

  /// Computes the gradients of the input and of the parameters from `output.gradient`.
  func backward(rows: Int, in pass: Pass)

  /// Updates what is derived from the parameters; called after they have changed.
  func parametersChanged()

  /// The activation, if the operation is nothing else.
  var activation: (any Activation)? { get }

  /// A probe for measuring the layer; `nil` if there is nothing to measure.
  var probe: OperationProbe? { get }
}

extension Operation {
  var parameters: [Parameter] { [] }
  func parametersChanged() {}
  var activation: (any Activation)? { nil }
  var probe: OperationProbe? { nil }
}

/// An operation that can take a step of plain gradient descent while it computes the gradient, with the same bits as
/// in two passes.
protocol StepFusing: Operation {
  /// Does the work of `backward(rows:in:)`, replaces each parameter with `weights − rate · gradient`, and keeps no
  /// gradients of parameters.
  ///
  /// - Parameter rate: the learning rate, not zero.
  func backward(rows: Int, in pass: Pass, steppingBy rate: Float)
}

/// Access to an operation whose outputs are weighted sums, for measuring the signals of a network.
struct OperationProbe {
  /// A closure that returns the mean square of the current weights.
  let meanSquaredWeight: () -> Double
}
