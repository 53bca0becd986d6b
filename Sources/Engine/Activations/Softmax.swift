import CKernels
import Options

/// `f(x)ᵢ = e^xᵢ / Σⱼ e^xⱼ`, with the largest x subtracted first so that nothing overflows.
package struct Softmax: Activation {
  package static let name = "softmax"
  package static let abstract = "Turns the outputs of a layer into probabilities that add up to 1."

  package init() {}
  package init(_ options: inout OptionReader) {}

  package var steepestSlope: Float? { nil }
  package var isElementwise: Bool { false }

  package func forward(_ input: Matrix, _ output: Matrix, rows: Int, on engine: ExecutionContext) {
    engine.kernels.table.pointee.softmax(rows, input.columns, input.stride, input.pointer, output.pointer)
  }

  /// `∂L/∂xᵢ = yᵢ (gᵢ − Σⱼ gⱼ yⱼ)`.
  package func backward(
    input: Matrix, output: Matrix, gradient: Matrix, rows: Int, on engine: ExecutionContext
  ) {
    for row in 0..<rows {
      let y = output.row(row)
      let g = gradient.row(row)
      var product: Float = 0
      for column in 0..<output.columns { product += g[column] * y[column] }
      for column in 0..<output.columns { g[column] = y[column] * (g[column] - product) }
    }
  }
}
