import CKernels
import Options

/// `f(x) = x / (1 + |x|)`.
package struct Softsign: ElementwiseActivation {
  package static let name = "softsign"
  package static let abstract = "Squeezes numbers into −1 to 1, more slowly than tanh."

  package init() {}
  package init(_ options: inout OptionReader) {}

  static func kernels(_ table: UnsafePointer<tb_kernels>) -> tb_activation { table.pointee.softsign }
}
