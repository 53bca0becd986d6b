import CKernels
import Options

/// `f(x) = x tanh(ln(1 + eˣ))` (Misra, 2019).
package struct Mish: ElementwiseActivation {
  package static let name = "mish"
  package static let abstract =
    "Lets positive numbers through and fades negative ones out, more smoothly than silu."

  package init() {}
  package init(_ options: inout OptionReader) {}

  /// The derivative at 1.4906.
  package var steepestSlope: Float? { 1.0884981 }

  static func kernels(_ table: UnsafePointer<tb_kernels>) -> tb_activation { table.pointee.mish }
}
