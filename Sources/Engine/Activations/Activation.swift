import Options

/// A function applied to the outputs of a layer, with its derivative.
package protocol Activation: Configurable {
  /// Computes the first `rows` rows of `output` from those of `input`.
  func forward(_ input: Matrix, _ output: Matrix, rows: Int, on engine: ExecutionContext)

  /// Replaces the gradient of the loss with respect to the output, in `gradient`, with that with respect to the input.
  func backward(input: Matrix, output: Matrix, gradient: Matrix, rows: Int, on engine: ExecutionContext)

  /// The largest absolute value of the derivative; `nil` if it has no bound, or if an output depends on inputs other
  /// than its own.
  var steepestSlope: Float? { get }

  /// A Boolean value that indicates whether each output depends on one input alone.
  var isElementwise: Bool { get }

  /// A Boolean value that indicates whether outputs equal inputs, so that no operation is needed.
  var isIdentity: Bool { get }
}

extension Activation {
  package var name: String { Self.name }
  package var steepestSlope: Float? { 1 }
  package var isElementwise: Bool { true }
  package var isIdentity: Bool { false }

  func build(into network: inout NetworkBuilder) {
    if !isIdentity { network.append { ActivationOperation($0, self) } }
  }

  func addMemory(to memory: inout NetworkMemory) {
    if !isIdentity { ActivationOperation.addMemory(to: &memory) }
  }
}
