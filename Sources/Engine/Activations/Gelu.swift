import CKernels
import Options

/// `f(x) = x Φ(x)`, with the cumulative distribution function Φ of the standard normal (Hendrycks and Gimpel,
/// 2016).
package struct Gelu: Activation {
  package static let name = "gelu"
  package static let abstract = "Keeps positive numbers and fades negative ones out, without a corner."

  package init() {}
  package init(_ options: inout OptionReader) {}

  /// The derivative at √2.
  package var steepestSlope: Float? { 1.1289042 }

  package func forward(_ input: Matrix, _ output: Matrix, rows: Int, on engine: ExecutionContext) {
    engine.kernels.table.pointee.gelu(rows * input.stride, input.pointer, output.pointer)
  }

  package func backward(
    input: Matrix, output: Matrix, gradient: Matrix, rows: Int, on engine: ExecutionContext
  ) {
    engine.kernels.table.pointee.gelu_backward(rows * input.stride, input.pointer, gradient.pointer)
  }
}
