import CKernels

/// Probabilities kept away from 0 and 1 as Keras does, so that their logarithms are finite.
enum Probability {
  static let epsilon: Float = 1e-7
  static let upper: Float = 1 - 1e-7

  /// NaN stays NaN, so that divergence is seen.
  static func clipped(_ p: Float) -> Float { p < epsilon ? epsilon : p > upper ? upper : p }

  /// Whether clipping leaves the probability, and with it the gradient, alone.
  static func isInside(_ p: Float) -> Bool { !(p < epsilon || p > upper) }
}
