import Foundation
import Options

/// Initial weights of variance `scale / fan`, which keep signals from growing or fading from layer to layer.
package struct VarianceScaling: Initializer {
  package static let name = "variance_scaling"
  package static let abstract =
    "A spread that suits the number of inputs or outputs; he, glorot and lecun are cases of it."

  /// The connections of a unit by which the variance is divided.
  package enum Fan: String, Sendable, CaseIterable {
    case input = "fan_in"
    case output = "fan_out"
    case average = "fan_avg"

    /// Returns the count for a kernel of shape (positions…, inputs, outputs), as in Keras: each position of a
    /// convolution's kernel has its own inputs and outputs. The length of a vector counts for both.
    func count(_ shape: [Int]) -> Double {
      let positions = shape.dropLast(2).reduce(1.0) { $0 * Double($1) }
      let inputs = positions * Double(shape.dropLast().last ?? shape.last ?? 1)
      let outputs = positions * Double(shape.last ?? 1)
      return switch self {
      case .input: max(1, inputs)
      case .output: max(1, outputs)
      case .average: max(1, (inputs + outputs) / 2)
      }
    }
  }

  package enum Distribution: String, Sendable, CaseIterable {
    case truncatedNormal = "truncated_normal"
    case untruncatedNormal = "untruncated_normal"
    case uniform
  }

  private let scale: Double
  private let fan: Fan
  private let distribution: Distribution

  package init(scale: Double = 1, fan: Fan = .input, distribution: Distribution = .truncatedNormal) {
    self.scale = scale
    self.fan = fan
    self.distribution = distribution
  }

  package init(_ options: inout OptionReader) {
    scale = options.read(
      "scale", .number(.positiveFloat), default: 1, help: "The variance times the number of connections.")
    fan = options.read(
      "mode", .choice(of: Fan.self), default: "fan_in",
      help: "Whether a unit's inputs are counted, its outputs, or the mean of both.")
    distribution = options.read(
      "distribution", .choice(of: Distribution.self), default: "truncated_normal",
      help: "The form of the distribution; a truncated normal one has no tails.")
  }

  package func values(shape: [Int], from stream: RandomStream) -> [Float] {
    switch distribution {
    case .truncatedNormal: Self.normal(shape, scale: scale, fan, stream)
    case .uniform: Self.uniform(shape, scale: scale, fan, stream)
    case .untruncatedNormal:
      RandomNormal(deviation: Float((scale / fan.count(shape)).squareRoot())).values(
        shape: shape, from: stream)
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
