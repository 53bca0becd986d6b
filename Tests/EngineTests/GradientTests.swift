import Engine
import Testing

@Suite struct GradientTests {
  struct Case: CustomTestStringConvertible {
    let layers: [(units: Int, activation: any Activation)]
    let loss: any Loss
    let data: LabeledSamples
    var testDescription: String {
      layers.map { "\(type(of: $0.activation).name) \($0.units)" }.joined(separator: ", ")
        + " with \(type(of: loss).name)"
    }
  }

  static let cases: [Case] = {
    let classes = Fixture.classes(9, width: 12, classes: 3)
    let pairs = Fixture.classes(9, width: 12, classes: 2)
    let numbers = Fixture.numbers(9, width: 12, targets: 3)
    let hidden: [any Activation] = [Linear(), Sigmoid(), Tanh(), Relu(), Gelu(), Softmax()]
    let cross = CategoricalCrossentropy()
    let binary = BinaryCrossentropy()
    let squares = MeanSquaredError()
    return hidden.flatMap { activation in
      [
        Case(layers: [(7, activation), (5, activation), (3, Softmax())], loss: cross, data: classes),
        Case(layers: [(7, activation), (3, activation)], loss: squares, data: numbers),
      ]
    } + [
      Case(layers: [(6, Tanh()), (3, Sigmoid())], loss: cross, data: classes),
      Case(layers: [(6, Tanh()), (1, Sigmoid())], loss: binary, data: pairs),
      Case(layers: [(6, Tanh()), (2, Softmax())], loss: binary, data: pairs),
      Case(layers: [(6, Tanh()), (3, Sigmoid())], loss: binary, data: numbers),
      Case(layers: [(6, Tanh()), (3, Softmax())], loss: squares, data: classes),
      Case(layers: [(6, Tanh()), (1, Linear())], loss: squares, data: pairs),
    ]
  }()

  @Test("Gradients agree with finite differences of a network in Double.", arguments: cases)
  func finiteDifferences(_ example: Case) throws {
    let model = try Fixture.dense(12, example.layers)
    let options = TrainingOptions(loss: example.loss, batchSize: 9)
    let trainer = try Trainer(model: model, options: options, training: example.data, validation: nil)
    let gradient = trainer.gradient(of: (0..<9).map(\.self))
    let reference = ReferenceNetwork(
      trainer.weights, activations: example.layers.map { type(of: $0.activation).name },
      loss: type(of: example.loss).name)
    for (index, layer) in gradient.layers.enumerated() {
      let expected = reference.gradient(
        layer: index, Fixture.rows(example.data.samples), Fixture.targets(example.data))
      let kernel = try #require(layer.kernel)
      let bias = try #require(layer.bias)
      #expect(relativeDistance(kernel.values, expected.kernel) < 2e-5)
      #expect(relativeDistance(bias.values, expected.bias) < 2e-5)
    }
  }

  @Test("A layer without bias has no gradient for one.")
  func withoutBias() throws {
    let data = Fixture.classes(9, width: 12, classes: 3)
    let model = try Fixture.model(
      [12], [Dense(units: 5, activation: Tanh(), bias: nil), Dense(units: 3, activation: Softmax())])
    let trainer = try Trainer(
      model: model, options: TrainingOptions(batchSize: 9), training: data, validation: nil)
    let reference = ReferenceNetwork(
      trainer.weights, activations: ["tanh", "softmax"], loss: "categorical_crossentropy")
    let expected = reference.gradient(layer: 0, Fixture.rows(data.samples), Fixture.targets(data))
    let gradient = trainer.gradient(of: (0..<9).map(\.self)).layers[0]
    #expect(gradient.bias == nil)
    #expect(relativeDistance(try #require(gradient.kernel).values, expected.kernel) < 2e-5)
  }

  @Test("Where clipping has cut a probability off, it gives no gradient.")
  func clippedProbabilities() throws {
    // One input of 1 with weights that make the wrong class certain.
    let data = LabeledSamples(
      samples: Samples(shape: [1], count: 1, storage: .floats([1])),
      targets: .classes([0], names: ["a", "b"]))
    let model = try Fixture.dense(1, [(2, Softmax())])
    let weights = Weights(layers: [
      LayerWeights(
        name: "dense",
        variables: [
          Variable(name: "kernel", shape: [1, 2], values: [0, 40]),
          Variable(name: "bias", shape: [2], values: [0, 0]),
        ])
    ])
    let state = TrainingState(epoch: 0, iteration: 0, weights: weights, optimizerState: [])
    let trainer = try Trainer(
      model: model, options: TrainingOptions(), training: data, validation: nil, resuming: state)
    #expect(trainer.gradient(of: [0]).layers[0].kernel?.values == [0, 0])
    let loss = try trainer.trainEpoch().loss
    #expect(abs(loss - 16.118) < 0.001)
  }
}
