import CKernels
import Options

/// `f(x) = tanh x`.
package struct Tanh: Activation {
  package static let name = "tanh"
  package static let abstract = "Squeezes numbers into −1 to 1; flat at both ends."

  package init() {}
  package init(_ options: inout OptionReader) {}

  package func forward(_ input: Matrix, _ output: Matrix, rows: Int, on engine: ExecutionContext) {
    engine.kernels.table.pointee.tanh(rows * input.stride, input.pointer, output.pointer)
  }

  package func backward(
    input: Matrix, output: Matrix, gradient: Matrix, rows: Int, on engine: ExecutionContext
  ) {
    engine.kernels.table.pointee.tanh_backward(rows * output.stride, output.pointer, gradient.pointer)
  }
}
