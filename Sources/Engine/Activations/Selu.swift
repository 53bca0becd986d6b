import CKernels
import Options

/// `f(x) = s x` for positive x and `s α (eˣ − 1)` elsewhere, with s = 1.0507 and α = 1.6733, which keep the mean 0 and the
/// variance 1 from layer to layer (Klambauer et al., 2017).
package struct Selu: ElementwiseActivation {
  package static let name = "selu"
  package static let abstract =
    "ELU scaled so that signals keep their spread; made for the initializer lecun_normal."

  package init() {}
  package init(_ options: inout OptionReader) {}

  /// The derivative below zero, s α.
  package var steepestSlope: Float? { 1.7580993 }

  static func kernels(_ table: UnsafePointer<tb_kernels>) -> tb_activation { table.pointee.selu }
}
