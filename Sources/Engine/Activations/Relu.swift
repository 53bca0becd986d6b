import CKernels
import Options

/// `f(x) = max(x, 0)`.
package struct Relu: Activation {
  package static let name = "relu"
  package static let abstract = "Keeps positive numbers and makes all others zero."

  package init() {}
  package init(_ options: inout OptionReader) {}

  package func forward(_ input: Matrix, _ output: Matrix, rows: Int, on engine: ExecutionContext) {
    engine.kernels.table.pointee.relu(rows * input.stride, input.pointer, output.pointer)
  }

  package func backward(
    input: Matrix, output: Matrix, gradient: Matrix, rows: Int, on engine: ExecutionContext
  ) {
    engine.kernels.table.pointee.relu_backward(rows * output.stride, output.pointer, gradient.pointer)
  }
}
