import Engine
import Foundation
import Options
import Testing

/// Real Keras on the same weights, data and order of samples: `Tests/Golden/Engine/keras_golden.py` made the record.
@Suite struct KerasTests {
  struct Golden: Decodable {
    let keras: String
    let seed: UInt64
    let cases: [Case]
    let initializers: [Spread]
  }

  struct Case: Decodable, CustomTestStringConvertible {
    struct Layer: Decodable {
      let units: Int
      let activation: String
      let useBias: Bool
    }
    struct OptimizerOptions: Decodable {
      let learningRate: Double
      let momentum: Double?
      let nesterov: Bool?
      let beta1: Double?
      let beta2: Double?
      let epsilon: Double?
    }
    struct Sample: Decodable {
      let layer: Int
      let name: String
      let norm: Double
      let places: [Int]
      let values: [Double]
    }

    let name: String
    let layers: [Layer]
    let loss: String
    let optimizer: String
    let optimizerOptions: OptimizerOptions
    let count: Int
    let batch: Int
    let width: Int
    let zeros: Double
    let scale: Float
    let classes: Int?
    let targets: Int?
    let losses: [Double]
    let weights: [Sample]
    var testDescription: String { name }

    /// The optimizer of the case; `nil` if the tests know none of its name.
    var madeOptimizer: (any Optimizer)? {
      let given = optimizerOptions
      return switch optimizer {
      case "adam":
        Adam(
          learningRate: given.learningRate, firstDecay: given.beta1 ?? 0.9, secondDecay: given.beta2 ?? 0.999,
          epsilon: given.epsilon ?? 1e-7)
      case "sgd":
        StochasticGradientDescent(
          learningRate: given.learningRate, momentum: given.momentum ?? 0, nesterov: given.nesterov ?? false)
      default: nil
      }
    }
  }

  /// Statistics of what an initializer gave for a kernel of shape (500, 300).
  struct Spread: Decodable, CustomTestStringConvertible {
    let name: String
    let mean: Double
    let deviation: Double
    let largest: Double
    var testDescription: String { name }
  }

  static let golden =
    GoldenFile.read("keras.json", as: Golden.self) ?? Golden(keras: "", seed: 0, cases: [], initializers: [])

  @Test("The record holds every rung, and every activation and loss that the engine has.")
  func isWhole() {
    let names = Self.golden.cases.map(\.name)
    #expect(names.count { $0.hasPrefix("ladder") } == 4)
    let activations = Set(Self.golden.cases.flatMap { $0.layers.map(\.activation) })
    #expect(activations.union(KerasFunctionTests.activations) == Set(Activations.catalogue.names))
    #expect(Set(Self.golden.cases.map(\.loss) + KerasFunctionTests.losses) == Set(Losses.catalogue.names))
    #expect(
      Set(Self.golden.initializers.map(\.name) + KerasFunctionTests.initializers)
        == Set(Initializers.catalogue.names))
    // The other layers are held against Keras in `KerasLayerTests`, the optimizers in `OptimizerKerasTests`.
    #expect(Set(["dense", "flatten", "activation"]).isSubset(of: Layers.catalogue.names))
  }

  @Test("Each step's loss is Keras's, and so are the weights after the last.", arguments: golden.cases)
  func trajectory(_ example: Case) throws {
    let run = try Run(example, seed: Self.golden.seed)
    let (losses, weights) = try run.steps()
    #expect(losses.count == example.losses.count)
    for (step, (loss, expected)) in zip(losses, example.losses).enumerated() {
      #expect(abs(loss - expected) <= 1e-5 * max(abs(expected), 1e-3), "step \(step + 1)")
    }
    for sample in example.weights {
      let variable = try #require(weights.layers[sample.layer][sample.name])
      let norm = variable.values.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
      #expect(abs(norm - sample.norm) <= 1e-4 * max(sample.norm, 1e-6), "\(sample.layer) \(sample.name)")
      // Single numbers beside the array's mean size, since differences of like numbers lose their last digits;
      // of biases near 1e-5, which saturated sigmoids hardly move, rounding leaves the digits above 1e-8.
      let size = max(sample.norm / Double(variable.values.count).squareRoot(), 1e-4)
      for (place, expected) in zip(sample.places, sample.values) {
        #expect(abs(Double(variable.values[place]) - expected) <= 1e-4 * max(abs(expected), size))
      }
    }
    #expect(try run.epoch() == weights, "an epoch takes other batches than its steps")
  }

  @Test("Initializers spread their numbers as Keras's do.", arguments: golden.initializers)
  func initializer(_ spread: Spread) throws {
    var reader = OptionReader(OptionValue(.mapping([])), of: "initializer")
    let initializer = try #require(Initializers.catalogue[spread.name]).make(&reader)
    let values = initializer.values(shape: [500, 300], from: RandomStream(seed: 1, purpose: .initialization))
      .map(Double.init)
    let mean = values.reduce(0, +) / Double(values.count)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
    #expect(abs(mean - spread.mean) <= 0.02 * spread.largest)
    #expect(abs(variance.squareRoot() - spread.deviation) <= 0.01 * spread.deviation)
    // The largest of normal numbers without bound differs from draw to draw.
    let tolerance = spread.name == "random_normal" ? 0.2 : 0.005
    #expect(abs((values.map(abs).max() ?? 0) - spread.largest) <= tolerance * spread.largest)
  }

  /// A case on the engine.
  private struct Run {
    let example: Case
    let seed: UInt64
    let model: Model
    let data: LabeledSamples
    private let options: TrainingOptions

    init(_ example: Case, seed: UInt64) throws {
      func member<Value>(_ name: String, of catalogue: Catalogue<Value>) throws -> Value {
        var reader = OptionReader(OptionValue(.mapping([])), of: catalogue.subject)
        return try #require(catalogue[name]).make(&reader)
      }
      self.example = example
      self.seed = seed
      data =
        if let targets = example.targets {
          LabeledSamples(
            samples: Self.inputs(example, classes: 2, seed).samples,
            targets: Fixture.numbers(example.count, width: 1, targets: targets, seed: seed).targets)
        } else {
          Self.inputs(example, classes: try #require(example.classes), seed)
        }
      model = try Fixture.model(
        [example.width],
        example.layers.map {
          Dense(
            units: $0.units, activation: try member($0.activation, of: Activations.catalogue),
            bias: $0.useBias ? WeightSettings(Zeros()) : nil)
        })
      options = TrainingOptions(
        loss: try member(example.loss, of: Losses.catalogue), optimizer: try #require(example.madeOptimizer),
        batchSize: example.batch, seed: seed)
    }

    private static func inputs(_ example: Case, classes: Int, _ seed: UInt64) -> LabeledSamples {
      Fixture.classes(
        example.count, width: example.width, classes: classes, zeros: example.zeros, seed: seed,
        scale: example.scale)
    }

    /// Each batch as an epoch of its own, so that its loss is seen.
    func steps() throws -> (losses: [Double], weights: Weights) {
      let order = RandomStream(seed: seed, purpose: .shuffle, epoch: 0).permutation(example.count)
      var losses: [Double] = []
      var state: TrainingState?
      for first in stride(from: 0, to: example.count, by: example.batch) {
        let batch = order[first..<min(first + example.batch, example.count)].map(Int.init)
        var options = options
        options.shuffle = false
        let trainer = try Trainer(
          model: model, options: options, training: data.selecting(batch), validation: nil, resuming: state)
        losses.append(try trainer.trainEpoch().loss)
        state = trainer.state
      }
      return (losses, try #require(state).weights)
    }

    /// All of it at once, in the order that the engine takes of itself.
    func epoch() throws -> Weights {
      let trainer = try Trainer(model: model, options: options, training: data, validation: nil)
      _ = try trainer.trainEpoch()
      return trainer.weights
    }
  }
}

extension LabeledSamples {
  /// Some of the samples, in that order.
  fileprivate func selecting(_ indices: [Int]) -> LabeledSamples {
    let width = samples.width
    func rows<Element>(_ elements: [Element], _ width: Int) -> [Element] {
      indices.flatMap { elements[$0 * width..<($0 + 1) * width] }
    }
    let storage: Samples.Storage =
      switch samples.storage {
      case .bytes(let bytes, let scale): .bytes(rows(bytes, width), scale: scale)
      case .floats(let floats): .floats(rows(floats, width))
      }
    let targets: Targets =
      switch targets {
      case .classes(let labels, let names): .classes(rows(labels, 1), names: names)
      case .numbers(let numbers, let width): .numbers(rows(numbers, width), width: width)
      case .inputs: .inputs
      }
    return LabeledSamples(
      samples: Samples(shape: samples.shape, count: indices.count, storage: storage), targets: targets)
  }
}
