import Engine
import Options
import Testing

/// Real Keras on the same weights, data and order of samples: `Tests/Golden/Engine/keras_recurrent.py` made the record.
@Suite struct KerasRecurrentTests {
  struct Golden: Decodable {
    let keras: String
    let seed: UInt64
    let limit: Float
    let cases: [Case]
  }

  struct Case: Decodable, CustomTestStringConvertible {
    struct Sample: Decodable {
      let shape: [Int]
      let norm: Double
      let places: [Int]
      let values: [Double]
    }

    let name: String
    let shape: [Int]
    let tokens: UInt32
    let layers: [WrittenOption]
    let losses: [Double]
    let accuracies: [Double]
    let weights: [Sample]
    var testDescription: String { name }
  }

  static let golden =
    GoldenFile.read("recurrent.json", as: Golden.self) ?? Golden(keras: "", seed: 0, limit: 0, cases: [])

  @Test("The record holds every recurrent layer in both directions, with and without sequences.")
  func isWhole() {
    let names = Self.golden.cases.map(\.name)
    for layer in ["simple_rnn", "lstm", "gru"] {
      for kind in ["sequences", "backwards", "backwards sequences", "stacked", "without bias", "one step"] {
        #expect(names.contains { $0.hasPrefix(layer) && $0.hasSuffix(", \(kind)") }, "\(layer) \(kind)")
      }
    }
    #expect(names.count { $0.hasPrefix("bidirectional") } >= 14)
    #expect(names.count { $0.contains("embedding") } == 3)
    #expect(names.count { $0.hasPrefix("time_distributed") } == 3)
  }

  @Test("Losses, accuracies and weights of three epochs are Keras's.", arguments: golden.cases)
  func trajectory(_ example: Case) throws {
    let layers = try example.layers.map { try $0.layer() }
    let model = try Model(inputShape: example.shape, layers: layers)
    let start = uniformWeights(model)
    #expect(start.arrays.map(\.shape) == example.weights.map(\.shape))
    let trainer = try Trainer(
      model: model,
      options: TrainingOptions(
        optimizer: Adam(learningRate: 0.01), metrics: [Accuracy()], epochs: 3, batchSize: 8,
        seed: Self.golden.seed),
      training: data(example), validation: nil,
      resuming: TrainingState(epoch: 0, iteration: 0, weights: start, optimizerState: []))
    for epoch in 0..<3 {
      let metrics = try trainer.trainEpoch()
      #expect(relativeDistance([Float(metrics.loss)], [example.losses[epoch]]) < 5e-5, "epoch \(epoch)")
      #expect(abs((metrics.metrics.first?.value ?? 0) - example.accuracies[epoch]) < 1e-6)
    }
    for (array, expected) in zip(trainer.weights.arrays, example.weights) {
      let norm = array.values.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
      #expect(abs(norm - expected.norm) <= 5e-5 * expected.norm, "\(array.name)")
      #expect(
        relativeDistance(expected.places.map { array.values[$0] }, expected.values) < 2e-4, "\(array.name)")
    }
  }

  private func data(_ example: Case) -> LabeledSamples {
    let count = 26
    let words = RandomStream(seed: Self.golden.seed, purpose: .dataset)
      .words(count * example.shape.reduce(1, *))
    let numbers = words.map { word in
      example.tokens > 0 ? Float(word % example.tokens) : Float(unit: word) * 2 - 1
    }
    let labels = RandomStream(seed: Self.golden.seed, purpose: .dataset, layer: 1).words(count)
      .map { Int32($0 % 3) }
    return LabeledSamples(
      samples: Samples(shape: example.shape, count: count, storage: .floats(numbers)),
      targets: .classes(labels, names: ["a", "b", "c"]))
  }

  private func uniformWeights(_ model: Model) -> Weights {
    var ordinal = 0
    return Weights(
      layers: model.initialWeights(seed: 0).layers.map { layer in
        LayerWeights(
          name: layer.name,
          variables: layer.variables.map { variable in
            let stream = RandomStream(seed: Self.golden.seed, purpose: .initialization, layer: ordinal)
            ordinal += 1
            return Variable(
              name: variable.name, shape: variable.shape,
              values: stream.words(variable.values.count).map {
                (Float(unit: $0) * 2 - 1) * Self.golden.limit
              })
          })
      })
  }
}

/// An option as it stands in a record in JSON.
struct WrittenOption: Decodable {
  let value: OptionValue

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let flag = try? container.decode(Bool.self) {
      value = OptionValue(.flag(flag))
    } else if let integer = try? container.decode(Int.self) {
      value = OptionValue(.integer(integer))
    } else if let text = try? container.decode(String.self) {
      value = OptionValue(.text(text))
    } else {
      let entries = try container.decode([String: WrittenOption].self)
      value = OptionValue(.mapping(entries.map { OptionValue.Entry($0.key, $0.value.value) }))
    }
  }

  /// The layer that it stands for.
  func layer() throws -> any Layer {
    var findings = OptionFindings()
    let reading = OptionKind.member(of: Layers.catalogue).read(value, "layer", &findings)
    #expect(findings.diagnostics.isEmpty, "\(findings.diagnostics.map(\.message))")
    return try #require(reading).value
  }
}
