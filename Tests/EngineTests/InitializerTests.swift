import Engine
import Foundation
import Testing

@Suite struct InitializerTests {
  typealias Uniform = (initializer: any Initializer, limit: Double)
  typealias Normal = (initializer: any Initializer, deviation: Double, cut: Double)

  static let uniforms: [Uniform] = [
    (GlorotUniform(), (6.0 / 200).squareRoot()), (HeUniform(), (6.0 / 120).squareRoot()),
    (LecunUniform(), (3.0 / 120).squareRoot()), (RandomUniform(), 0.05),
  ]

  static let normals: [Normal] = [
    (GlorotNormal(), (2.0 / 200).squareRoot(), 2 / 0.87962566),
    (HeNormal(), (2.0 / 120).squareRoot(), 2 / 0.87962566),
    (LecunNormal(), (1.0 / 120).squareRoot(), 2 / 0.87962566), (RandomNormal(), 0.05, 6.5),
  ]

  private static let shape = [120, 80]

  private func values(_ initializer: any Initializer) -> [Double] {
    initializer.values(shape: Self.shape, from: RandomStream(seed: 1, purpose: .initialization)).map(
      Double.init)
  }

  private func deviation(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
  }

  @Test(
    "Uniform initializers fill their interval and nothing outside.",
    arguments: uniforms)
  func uniform(_ example: Uniform) {
    let (initializer, limit) = example
    let values = values(initializer)
    #expect(values.count == 9600)
    #expect(values.allSatisfy { abs($0) <= limit * 1.0001 })
    #expect((values.max() ?? 0) > limit * 0.99 && (values.min() ?? 0) < -limit * 0.99)
    #expect(abs(deviation(values) / (limit / 3.0.squareRoot()) - 1) < 0.02)
  }

  @Test(
    "Normal initializers have their standard deviation, cut off at two of the uncut ones.",
    arguments: normals)
  func normal(_ example: Normal) {
    let (initializer, expected, cut) = example
    let values = values(initializer)
    #expect(abs(deviation(values) / expected - 1) < 0.02)
    #expect(abs(values.reduce(0, +) / 9600) < 0.02 * expected * 2)
    #expect(values.allSatisfy { abs($0) <= cut * expected * 1.0001 })
    // The share within one deviation, from the normal distribution's own function.
    let uncut = cut > 6 ? expected : expected / 0.87962566
    let normalizer = cut > 6 ? 1 : erf(2 / 2.0.squareRoot())
    let share = Double(values.count { abs($0) < uncut }) / 9600
    #expect(abs(share - erf(1 / 2.0.squareRoot()) / normalizer) < 0.015)
  }

  @Test("Normal numbers are the quantiles of their random words.")
  func quantiles() {
    let stream = RandomStream(seed: 9, purpose: .initialization)
    let normal = RandomNormal(mean: 0, deviation: 1).values(shape: [2000], from: stream)
    for (word, x) in zip(stream.words(2000), normal) {
      let p = (Double(word) + 0.5) * 0x1p-32
      #expect(abs(0.5 * erfc(-Double(x) / 2.0.squareRoot()) - p) < 1e-7)
    }
  }

  @Test("Zeros and ones are what they say.")
  func constants() {
    #expect(values(Zeros()).allSatisfy { $0 == 0 })
    #expect(values(Ones()).allSatisfy { $0 == 1 })
  }
}
