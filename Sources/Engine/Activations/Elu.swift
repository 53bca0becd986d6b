import CKernels
import Options

/// `f(x) = x` for positive x, and `α (eˣ − 1)` elsewhere (Clevert et al., 2016).
package struct Elu: ElementwiseActivation {
  package static let name = "elu"
  package static let abstract = "Keeps positive numbers and bends negative ones towards −α."

  private let alpha: Float

  package init(alpha: Float = 1) { self.alpha = alpha }

  package init(_ options: inout OptionReader) {
    alpha = Float(
      options.read(
        "alpha", .number(.nonnegativeFloat), default: 1,
        help: "The distance below zero that large negative numbers approach."))
  }

  package var steepestSlope: Float? { max(1, alpha) }

  var kernelOption: Float { alpha }
  static func kernels(_ table: UnsafePointer<tb_kernels>) -> tb_activation { table.pointee.elu }
}
