import Diagnostics
import Engine
import Options

/// Small problems, made from keyed random numbers, so that every run sees the same.
enum Fixture {
  /// Inputs of which a share is zero, with classes.
  static func classes(
    _ count: Int, width: Int, classes: Int, zeros: Double = 0.5, seed: UInt64 = 7, asBytes: Bool = true,
    scale: Float = 1 / 255
  ) -> LabeledSamples {
    let words = RandomStream(seed: seed, purpose: .dataset).words(count * width)
    let bytes = words.map { Double(Float(unit: $0)) < zeros ? UInt8(0) : UInt8($0 & 0xFF) }
    let labels = RandomStream(seed: seed, purpose: .dataset, layer: 1).words(count).map {
      Int32($0 % UInt32(classes))
    }
    let storage: Samples.Storage =
      asBytes ? .bytes(bytes, scale: scale) : .floats(bytes.map { Float($0) * scale })
    return LabeledSamples(
      samples: Samples(shape: [width], count: count, storage: storage),
      targets: .classes(labels, names: (0..<classes).map { "class \($0)" }))
  }

  static func numbers(_ count: Int, width: Int, targets: Int, seed: UInt64 = 7) -> LabeledSamples {
    let samples = classes(count, width: width, classes: 2, zeros: 0.1, seed: seed, asBytes: false).samples
    let words = RandomStream(seed: seed, purpose: .dataset, layer: 2).words(count * targets)
    return LabeledSamples(
      samples: samples, targets: .numbers(words.map { Float(unit: $0) }, width: targets))
  }

  static func model(_ inputShape: [Int], _ layers: [any Layer]) throws -> Model {
    try Model(inputShape: inputShape, layers: layers)
  }

  /// Dense layers of so many units, each with its activation.
  static func dense(_ width: Int, _ layers: [(units: Int, activation: any Activation)]) throws -> Model {
    try model([width], layers.map { Dense(units: $0.units, activation: $0.activation) })
  }

  /// The samples as Double rows.
  static func rows(_ samples: Samples) -> [[Double]] {
    let numbers: [Double] =
      switch samples.storage {
      case .bytes(let bytes, let scale): bytes.map { Double(Float($0) * scale) }
      case .floats(let floats): floats.map(Double.init)
      }
    return (0..<samples.count).map { Array(numbers[$0 * samples.width..<($0 + 1) * samples.width]) }
  }

  static func targets(_ data: LabeledSamples) -> [ReferenceNetwork.Target] {
    switch data.targets {
    case .classes(let labels, _): labels.map { .oneHot(Int($0)) }
    case .numbers(let numbers, let width):
      (0..<data.count).map { .numbers(numbers[$0 * width..<($0 + 1) * width].map(Double.init)) }
    case .inputs: rows(data.samples).map { .numbers($0) }
    }
  }
}

/// The largest difference between two arrays, beside the largest number of the second.
func relativeDistance(_ one: [Float], _ other: [Double]) -> Double {
  guard one.count == other.count else { return .infinity }
  let largest = other.map(abs).max() ?? 0
  let distance = zip(one, other).map { abs(Double($0) - $1) }.max() ?? 0
  return distance / max(largest, 1e-12)
}
