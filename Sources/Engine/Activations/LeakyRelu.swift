import CKernels
import Options

/// `f(x) = x` for positive x, and a fraction of x elsewhere (Maas et al., 2013).
package struct LeakyRelu: ElementwiseActivation {
  package static let name = "leaky_relu"
  package static let abstract = "Keeps positive numbers and makes all others smaller, so that no unit dies."

  private let negativeSlope: Float

  package init(negativeSlope: Float = 0.2) { self.negativeSlope = negativeSlope }

  package init(_ options: inout OptionReader) {
    negativeSlope = Float(
      options.read(
        "negative_slope", .number(.nonnegativeFloat), default: 0.2,
        help: "The factor by which negative numbers are multiplied."))
  }

  package var steepestSlope: Float? { max(1, negativeSlope) }

  var kernelOption: Float { negativeSlope }
  static func kernels(_ table: UnsafePointer<tb_kernels>) -> tb_activation { table.pointee.leaky_relu }
}
