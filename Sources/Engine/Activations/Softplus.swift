import CKernels
import Options

/// `f(x) = ln(1 + eˣ)`.
package struct Softplus: ElementwiseActivation {
  package static let name = "softplus"
  package static let abstract = "Makes numbers positive: relu with a rounded corner."

  package init() {}
  package init(_ options: inout OptionReader) {}

  static func kernels(_ table: UnsafePointer<tb_kernels>) -> tb_activation { table.pointee.softplus }
}
