import CKernels
import Options

/// `f(x) = x / (1 + e⁻ˣ)`, also known as swish (Ramachandran et al., 2017).
package struct Silu: ElementwiseActivation {
  package static let name = "silu"
  package static let abstract =
    "Lets positive numbers through and fades negative ones out, by the sigmoid as a gate."

  package init() {}
  package init(_ options: inout OptionReader) {}

  /// The derivative at 2.3994.
  package var steepestSlope: Float? { 1.0998393 }

  static func kernels(_ table: UnsafePointer<tb_kernels>) -> tb_activation { table.pointee.silu }
}
