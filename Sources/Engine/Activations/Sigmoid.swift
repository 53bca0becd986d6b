import CKernels
import Options

/// `f(x) = 1 / (1 + e⁻ˣ)`.
package struct Sigmoid: Activation {
  package static let name = "sigmoid"
  package static let abstract = "Squeezes numbers into 0 to 1; flat at both ends."

  package init() {}
  package init(_ options: inout OptionReader) {}

  package var steepestSlope: Float? { 0.25 }

  package func forward(_ input: Matrix, _ output: Matrix, rows: Int, on engine: ExecutionContext) {
    engine.kernels.table.pointee.sigmoid(rows * input.stride, input.pointer, output.pointer)
  }

  package func backward(
    input: Matrix, output: Matrix, gradient: Matrix, rows: Int, on engine: ExecutionContext
  ) {
    engine.kernels.table.pointee.sigmoid_backward(rows * output.stride, output.pointer, gradient.pointer)
  }
}
