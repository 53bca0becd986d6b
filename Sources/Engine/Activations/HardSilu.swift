import CKernels
import Options

/// `f(x) = x · h(x)` for the hard sigmoid h (Howard et al., 2019).
package struct HardSilu: ElementwiseActivation {
  package static let name = "hard_silu"
  package static let abstract = "Silu with the hard sigmoid as its gate."

  package init() {}
  package init(_ options: inout OptionReader) {}

  /// The derivative just below 3.
  package var steepestSlope: Float? { 1.5 }

  static func kernels(_ table: UnsafePointer<tb_kernels>) -> tb_activation { table.pointee.hard_silu }
}
