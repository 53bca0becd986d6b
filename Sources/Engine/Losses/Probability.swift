import CKernels

/// Clipping of probabilities as in Keras, so that their logarithms are finite.
enum Probability {
  static let epsilon: Float = 1e-7
  static let upper: Float = 1 - 1e-7

  /// Returns a clipped probability. NaN stays NaN, so that divergence is noticed.
  static func clipped(_ p: Float) -> Float { p < epsilon ? epsilon : p > upper ? upper : p }

  /// Returns whether clipping keeps the probability, and so its gradient, as it is.
  static func isInside(_ p: Float) -> Bool { !(p < epsilon || p > upper) }
}
