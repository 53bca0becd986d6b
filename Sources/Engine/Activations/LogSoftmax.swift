import CKernels
import Options

/// `f(x)ᵢ = xᵢ − ln Σⱼ e^xⱼ`, with the largest x subtracted first so that nothing overflows.
package struct LogSoftmax: Activation {
  package static let name = "log_softmax"
  package static let abstract = "Turns the outputs of a layer into the logarithms of probabilities."

  package init() {}
  package init(_ options: inout OptionReader) {}

  package var steepestSlope: Float? { nil }
  package var isElementwise: Bool { false }

  package func forward(_ input: Matrix, _ output: Matrix, rows: Int, on engine: ExecutionContext) {
    engine.kernels.table.pointee.log_softmax(rows, input.columns, input.stride, input.pointer, output.pointer)
  }

  /// `∂L/∂xᵢ = gᵢ − e^yᵢ Σⱼ gⱼ`.
  package func backward(
    input: Matrix, output: Matrix, gradient: Matrix, rows: Int, on engine: ExecutionContext
  ) {
    engine.kernels.table.pointee.log_softmax_backward(
      rows, output.columns, output.stride, output.pointer, gradient.pointer)
  }
}
