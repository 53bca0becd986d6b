import CKernels
import Options

/// `f(x) = x Φ(x)`, with the cumulative distribution function Φ of the standard normal (Hendrycks and Gimpel,
/// 2016); or, approximately, `x (1 + tanh(√(2/π) (x + 0.044715 x³))) / 2`.
package struct Gelu: Activation {
  package static let name = "gelu"
  package static let abstract = "Keeps positive numbers and fades negative ones out, without a corner."

  private let isApproximate: Bool

  package init(isApproximate: Bool = false) { self.isApproximate = isApproximate }

  package init(_ options: inout OptionReader) {
    isApproximate = options.read(
      "approximate", .flag, default: false,
      help: "Whether tanh approximates the exact distribution function, as in many published models.")
  }

  /// The derivative at √2, or near it.
  package var steepestSlope: Float? { isApproximate ? 1.128993 : 1.1289042 }

  package func forward(_ input: Matrix, _ output: Matrix, rows: Int, on engine: ExecutionContext) {
    let (kernels, count) = (engine.kernels.table, rows * input.stride)
    if isApproximate {
      kernels.pointee.gelu_approximate.forward(count, 0, input.pointer, output.pointer)
    } else {
      kernels.pointee.gelu(count, input.pointer, output.pointer)
    }
  }

  package func backward(
    input: Matrix, output: Matrix, gradient: Matrix, rows: Int, on engine: ExecutionContext
  ) {
    let (kernels, count) = (engine.kernels.table, rows * input.stride)
    if isApproximate {
      kernels.pointee.gelu_approximate.backward(count, 0, input.pointer, gradient.pointer)
    } else {
      kernels.pointee.gelu_backward(count, input.pointer, gradient.pointer)
    }
  }
}
