/// One piece of a layer's work on one batch after another, in buffers of its own.
protocol Operation: AnyObject {
  var output: Signal { get }
  /// The arrays that are its part of the layer's variables, in their order: weights, and state that is not trained.
  var parameters: [Parameter] { get }

  func forward(rows: Int, in pass: Pass)

  /// Turns `output.gradient` into the input's gradient, and gives the parameters theirs.
  func backward(rows: Int, in pass: Pass)

  /// Called after the parameters changed.
  func parametersChanged()

  /// The activation, where the operation is one and nothing else.
  var activation: (any Activation)? { get }

  /// A look at its weighted sums, for measuring layers; `nil` where there is nothing to measure.
  var probe: OperationProbe? { get }
}

extension Operation {
  var parameters: [Parameter] { [] }
  func parametersChanged() {}
  var activation: (any Activation)? { nil }
  var probe: OperationProbe? { nil }
}

/// An operation that can take a step of plain gradient descent while it works out its gradient, with the same bits as
/// one after the other.
protocol StepFusing: Operation {
  /// Works as `backward(rows:in:)`; each parameter is then `weights − rate · gradient`, and gradients are not kept.
  ///
  /// - Parameter rate: not zero.
  func backward(rows: Int, in pass: Pass, steppingBy rate: Float)
}

/// A look at an operation whose outputs are weighted sums, for measuring the signals of a network.
struct OperationProbe {
  /// The mean of the squares of its weights, as they are.
  let meanSquaredWeight: () -> Double
}
