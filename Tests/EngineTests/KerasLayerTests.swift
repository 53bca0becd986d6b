import Engine
import Foundation
import Options
import Testing

/// Three epochs of real Keras with each kind of layer: `Tests/Golden/Engine/keras_layers.py` made the record.
@Suite struct KerasLayerTests {
  struct Golden: Decodable {
    let keras: String
    let seed: UInt64
    let cases: [Case]
  }

  struct Case: Decodable, CustomTestStringConvertible {
    struct Sample: Decodable {
      let layer: Int
      let name: String
      let norm: Double
      let places: [Int]
      let values: [Double]
    }

    let name: String
    let shape: [Int]
    let layers: [[String: WrittenValue]]
    let count: Int
    let batch: Int
    let learningRate: Double
    let losses: [Double]
    let weights: [Sample]
    let outputs: [Double]
    var testDescription: String { name }

    func model() throws -> Model {
      let kind = OptionKind<any Layer>.member(of: Layers.catalogue)
      return try Model(
        inputShape: shape,
        layers: layers.map { layer in
          let entries = layer.map { OptionValue.Entry($0.key, $0.value.optionValue) }
          var findings = OptionFindings()
          let reading = kind.read(OptionValue(.mapping(entries)), "layers", &findings)
          #expect(findings.diagnostics.isEmpty)
          return try #require(reading).value
        })
    }

    func data(_ seed: UInt64) -> LabeledSamples {
      let flat = Fixture.classes(count, width: shape.reduce(1, *), classes: 3, zeros: 0.3, seed: seed)
      return LabeledSamples(
        samples: Samples(shape: shape, count: count, storage: flat.samples.storage), targets: flat.targets)
    }
  }

  static let golden =
    GoldenFile.read("keras_layers.json", as: Golden.self) ?? Golden(keras: "", seed: 0, cases: [])

  @Test("Losses, weights, running statistics and answers are Keras's.", arguments: golden.cases)
  func trajectory(_ example: Case) throws { try example.checkTrajectory(seed: Self.golden.seed) }

  @Test("The bits are the same on any number of threads and any instruction set.", arguments: golden.cases)
  func sameBits(_ example: Case) throws { try example.checkBits() }
}

extension KerasLayerTests.Case {
  /// Trains as Keras did, from the same weights, and compares.
  func checkTrajectory(seed: UInt64) throws {
    let model = try self.model()
    let data = self.data(seed)
    let options = TrainingOptions(
      optimizer: StochasticGradientDescent(learningRate: learningRate), epochs: losses.count,
      batchSize: batch, seed: seed)
    let trainer = try Trainer(model: model, options: options, training: data, validation: nil)
    for expected in losses {
      let loss = try trainer.trainEpoch().loss
      #expect(abs(loss - expected) <= 5e-4 * expected)
    }
    let weights = trainer.weights
    for sample in self.weights {
      let variable = try #require(weights.layers[sample.layer][sample.name])
      let norm = variable.values.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
      #expect(abs(norm - sample.norm) <= 5e-4 * max(sample.norm, 1e-4), "\(sample.layer) \(sample.name)")
      let size = max(sample.norm / Double(variable.values.count).squareRoot(), 1e-3)
      for (place, expected) in zip(sample.places, sample.values) {
        #expect(
          abs(Double(variable.values[place]) - expected) <= 5e-4 * max(abs(expected), size),
          "\(sample.layer) \(sample.name)")
      }
    }
    let outputs = try TrainedModel(model: model, weights: weights).predict(data.samples)
    #expect(relativeDistance(Array(outputs.prefix(self.outputs.count)), self.outputs) < 5e-4)
  }

  /// Trains on several numbers of threads and each instruction set.
  func checkBits() throws {
    let model = try self.model()
    func digest(threads: Int, _ instructionSet: InstructionSet) throws -> String {
      var options = TrainingOptions(epochs: 1, batchSize: 16, threads: threads)
      options.instructionSet = instructionSet
      options.workPerThread = 1
      let trainer = try Trainer(
        model: model, options: options, training: self.data(1), validation: nil)
      try trainer.trainEpoch()
      return trainer.weights.digest
    }
    let one = try digest(threads: 1, .standard)
    #expect(try digest(threads: 3, .standard) == one)
    for instructionSet in InstructionSet.supported {
      #expect(try digest(threads: 1, instructionSet) == one)
    }
  }
}

/// A value of an option in a record.
enum WrittenValue: Decodable, Sendable {
  case flag(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case list([WrittenValue])
  case mapping([String: WrittenValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let integer = try? container.decode(Int.self) {
      self = .integer(integer)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([WrittenValue].self) {
      self = .list(list)
    } else {
      self = .mapping(try container.decode([String: WrittenValue].self))
    }
  }

  var optionValue: OptionValue {
    switch self {
    case .flag(let flag): OptionValue(.flag(flag))
    case .integer(let integer): OptionValue(.integer(integer))
    case .number(let number): OptionValue(.number(number))
    case .text(let text): OptionValue(.text(text))
    case .list(let list): OptionValue(.list(list.map(\.optionValue)))
    case .mapping(let mapping):
      OptionValue(.mapping(mapping.map { OptionValue.Entry($0.key, $0.value.optionValue) }))
    }
  }
}
