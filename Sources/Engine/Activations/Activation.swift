import Options

/// A function applied to the outputs of a layer, with its derivative.
package protocol Activation: Configurable {
  /// Computes `output` from `input`, the first `rows` rows.
  func forward(_ input: Matrix, _ output: Matrix, rows: Int, on engine: ExecutionContext)

  /// Turns the loss's gradient by the output, in `gradient`, into its gradient by the input, in place.
  func backward(input: Matrix, output: Matrix, gradient: Matrix, rows: Int, on engine: ExecutionContext)

  /// The largest derivative it has anywhere, in size; `nil` where an output depends on other inputs than its own.
  var steepestSlope: Float? { get }

  /// Whether nothing changes, so that no operation is needed.
  var isIdentity: Bool { get }
}

extension Activation {
  package var name: String { Self.name }
  package var steepestSlope: Float? { 1 }
  package var isIdentity: Bool { false }

  func build(into network: inout NetworkBuilder) {
    if !isIdentity { network.append { ActivationOperation($0, self) } }
  }

  func addMemory(to memory: inout NetworkMemory) {
    if !isIdentity { ActivationOperation.addMemory(to: &memory) }
  }
}
