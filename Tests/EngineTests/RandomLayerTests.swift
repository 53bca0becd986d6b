import Engine
import Testing

/// Layers that draw random numbers in training, before a sum of their outputs whose square is the loss.
@Suite struct RandomLayerTests {
  private static let width = 32
  private static let rows = 2000

  /// Returns the mean square of the sums over the first batch: all rows, each of one number again and again.
  private func meanSquare(_ layer: any Layer, of number: Float, seed: UInt64 = 5) throws -> Double {
    let (rows, width) = (Self.rows, Self.width)
    let data = LabeledSamples(
      samples: Samples(
        shape: [width], count: rows, storage: .floats([Float](repeating: number, count: rows * width))),
      targets: .numbers([Float](repeating: 0, count: rows), width: 1))
    let sum = Dense(units: 1, kernel: WeightSettings(Ones()), bias: nil)
    let options = TrainingOptions(
      loss: MeanSquaredError(), optimizer: StochasticGradientDescent(learningRate: 0), batchSize: rows,
      seed: seed)
    let trainer = try Trainer(
      model: try Model(inputShape: [width], layers: [layer, sum]), options: options, training: data,
      validation: data)
    let epoch = try trainer.trainEpoch()
    let untouched = Double(number) * Double(number) * Double(width * width)
    #expect(epoch.validation?.loss == untouched, "in inference nothing is random")
    return epoch.loss
  }

  @Test("Dropout drops the numbers whose words of the layer's stream are low, and enlarges the others.")
  func dropout() throws {
    let rate = 0.25
    let words = RandomStream(seed: 5, purpose: .layer, layer: 0, step: 0).words(Self.rows * Self.width)
    let kept = words.map { Double(Float(unit: $0)) >= rate }
    let sums = (0..<Self.rows).map { row in
      Double(kept[row * Self.width..<(row + 1) * Self.width].count { $0 }) / (1 - rate)
    }
    let expected = sums.reduce(0) { $0 + $1 * $1 } / Double(Self.rows)
    let found = try meanSquare(Dropout(rate: rate), of: 1)
    #expect(abs(found - expected) < 1e-5 * expected)
    let share = Double(kept.count { $0 }) / Double(kept.count)
    #expect(abs(share - 0.75) < 0.01)
    #expect(try meanSquare(Dropout(rate: rate), of: 1, seed: 6) != found)
    #expect(try meanSquare(Dropout(rate: 0), of: 1) == Double(Self.width * Self.width))
  }

  @Test("Noise has a mean of zero and its standard deviation.")
  func gaussianNoise() throws {
    let deviation = 0.5
    let variance = Double(Self.width) * deviation * deviation
    // The mean square of 2,000 sums spreads by 3 % around their variance.
    #expect(abs(try meanSquare(GaussianNoise(deviation: deviation), of: 0) - variance) < 0.12 * variance)
    let shifted = try meanSquare(GaussianNoise(deviation: deviation), of: 1)
    #expect(abs(shifted - variance - Double(Self.width * Self.width)) < 0.02 * shifted)
  }
}
