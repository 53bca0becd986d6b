import CKernels

/// Clipping of probabilities as in Keras, so that their logarithms are finite.
enum Probability {
  static let epsilon: Float = 1e-7
  static let upper: Float = 1 - 1e-7

  /// Returns a clipped probability. NaN stays NaN, so that divergence is noticed.
  static func clipped(_ p: Float) -> Float { p < epsilon ? epsilon : p > upper ? upper : p }

  /// Returns the sum of a row of probabilities, in ascending order.
  static func total(_ p: UnsafeMutablePointer<Float>, _ count: Int) -> Float {
    var sum: Float = 0
    for column in 0..<count { sum += p[column] }
    return sum
  }

  /// Returns whether clipping keeps the probability, and so its gradient, as it is.
  static func isInside(_ p: Float) -> Bool { !(p < epsilon || p > upper) }
}
