import Foundation

/// Initial weights of variance `scale / fan`, which keep signals from growing or fading from layer to layer.
enum VarianceScaling {
  enum Fan {
    case input, average

    /// Returns the count for a kernel of shape (positions…, inputs, outputs), as in Keras: each position of a
    /// convolution's kernel has its own inputs and outputs. The length of a vector counts for both.
    func count(_ shape: [Int]) -> Double {
      let positions = shape.dropLast(2).reduce(1.0) { $0 * Double($1) }
      let inputs = positions * Double(shape.dropLast().last ?? shape.last ?? 1)
      let outputs = positions * Double(shape.last ?? 1)
      return max(1, self == .input ? inputs : (inputs + outputs) / 2)
    }
  }

  /// Returns numbers that are uniform in ±√(3 · scale / fan).
  static func uniform(_ shape: [Int], scale: Double, _ fan: Fan, _ stream: RandomStream) -> [Float] {
    let limit = Float((3 * scale / fan.count(shape)).squareRoot())
    return RandomUniform(minimum: -limit, maximum: limit).values(shape: shape, from: stream)
  }

  /// Returns normal numbers, truncated at two standard deviations. Dividing by 0.87962566, the standard deviation of
  /// the truncated distribution, restores the variance.
  static func normal(_ shape: [Int], scale: Double, _ fan: Fan, _ stream: RandomStream) -> [Float] {
    let deviation = Float((scale / fan.count(shape)).squareRoot() / 0.87962566103423978)
    return NormalSampler.truncated(shape.reduce(1, *), from: stream).map { $0 * deviation }
  }
}
