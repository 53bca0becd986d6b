import Options

/// The factor of focal losses (Lin et al., 2017), `(1 − p)^γ` for the probability p of the right answer: samples that
/// the network is sure of count for little.
struct FocalPower: Sendable, Hashable {
  let exponent: Float

  init(_ exponent: Float = 2) { self.exponent = exponent }

  init(_ options: inout OptionReader) {
    exponent = Float(
      options.read(
        "gamma", .number(.within(0...100)), default: 2,
        help: "How much less samples count that the network is sure of; 0 is no less."))
  }

  /// Replaces each distance `1 − p` by its power, `e^(γ ln(1 − p))`.
  func apply(to distances: UnsafeMutablePointer<Float>, count: Int, on engine: ExecutionContext) {
    guard exponent != 0 else { return distances.update(repeating: 1, count: count) }
    engine.apply(.log, to: distances, count: count)
    for index in 0..<count { distances[index] *= exponent }
    engine.apply(.exp, to: distances, count: count)
  }

  /// Returns the derivative of the power with respect to p, `−γ (1 − p)^(γ − 1)`.
  func slope(distance: Float, power: Float) -> Float {
    guard distance > 0 else { return exponent == 1 ? -1 : 0 }
    return -exponent * power / distance
  }
}
