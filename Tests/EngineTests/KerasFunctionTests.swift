import Engine
import Foundation
import Options
import Testing

/// Three epochs of real Keras with each activation and loss: `Tests/Golden/Engine/keras_functions.py` made the record.
@Suite struct KerasFunctionTests {
  struct Golden: Decodable {
    let seed: UInt64
    let cases: [Case]
    let initializers: [Spread]
  }

  struct Case: Decodable, CustomTestStringConvertible {
    struct Layer: Decodable {
      let units: Int
      let activation: String
      let options: [GoldenSetting]
    }

    let name: String
    let layers: [Layer]
    let loss: String
    let lossOptions: [GoldenSetting]
    let rate: Double
    let count: Int
    let batch: Int
    let width: Int
    let zeros: Double
    let scale: Float
    let classes: Int?
    let targets: Int?
    let losses: [Double]
    let weights: [KerasTests.Case.Sample]
    var testDescription: String { name }
  }

  struct Spread: Decodable, CustomTestStringConvertible {
    let name: String
    let options: [GoldenSetting]
    let mean: Double
    let deviation: Double
    let largest: Double
    var testDescription: String { "\(name) \(options.map(\.value))" }
  }

  static let golden =
    GoldenFile.read("keras_functions.json", as: Golden.self) ?? Golden(seed: 0, cases: [], initializers: [])
  static let activations = Set(golden.cases.flatMap { $0.layers.map(\.activation) })
  static let losses = golden.cases.map(\.loss)
  static let initializers = golden.initializers.map(\.name)

  @Test(
    "The loss of each of three epochs is Keras's, and so are the weights after them.", arguments: golden.cases
  )
  func trajectory(_ example: Case) throws {
    let seed = Self.golden.seed
    let classes = Fixture.classes(
      example.count, width: example.width, classes: example.classes ?? 2, zeros: example.zeros, seed: seed,
      scale: example.scale)
    let data = example.targets.map { width in
      LabeledSamples(
        samples: classes.samples,
        targets: Fixture.numbers(example.count, width: 1, targets: width, seed: seed).targets)
    }
    let model = try Fixture.dense(
      example.width,
      example.layers.map { ($0.units, try Activations.catalogue.made($0.activation, $0.options)) })
    let options = TrainingOptions(
      loss: try Losses.catalogue.made(example.loss, example.lossOptions),
      optimizer: StochasticGradientDescent(learningRate: example.rate), batchSize: example.batch, seed: seed)
    let trainer = try Trainer(model: model, options: options, training: data ?? classes, validation: nil)
    for expected in example.losses {
      let loss = try trainer.trainEpoch().loss
      #expect(abs(loss - expected) <= 2e-5 * abs(expected), "\(abs(loss - expected) / abs(expected))")
    }
    for sample in example.weights {
      let values = try #require(trainer.weights.layers[sample.layer][sample.name]).values
      let size = sample.norm / Double(values.count).squareRoot()
      for (place, expected) in zip(sample.places, sample.values) {
        let distance = abs(Double(values[place]) - expected) / max(abs(expected), size)
        #expect(distance <= 1e-4, "\(sample.name) \(sample.layer)")
      }
    }
  }

  @Test("Initializers with options spread their numbers as Keras's do.", arguments: golden.initializers)
  func initializer(_ spread: Spread) throws {
    let initializer = try Initializers.catalogue.made(spread.name, spread.options)
    let values = initializer.values(shape: [500, 300], from: RandomStream(seed: 1, purpose: .initialization))
      .map(Double.init)
    let mean = values.reduce(0, +) / Double(values.count)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
    #expect(abs(mean - spread.mean) <= 0.02 * spread.largest)
    #expect(abs(variance.squareRoot() - spread.deviation) <= 0.01 * spread.deviation)
    // The largest of numbers without bound differs from draw to draw.
    let isBounded =
      spread.name != "orthogonal" && !spread.options.contains { $0.value == .text("untruncated_normal") }
    let largest = values.map(abs).max() ?? 0
    #expect(abs(largest - spread.largest) <= (isBounded ? 0.005 : 0.25) * spread.largest)
  }
}
