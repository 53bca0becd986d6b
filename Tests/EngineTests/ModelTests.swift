import Engine
import Testing

@Suite struct ModelTests {
  @Test("A summary names layers as Keras does, and counts their parameters.")
  func summary() throws {
    let model = try Model(
      inputShape: [28, 28],
      layers: [
        Flatten(), Dense(units: 30, activation: Sigmoid()), Dense(units: 30, activation: Sigmoid()),
        Dense(units: 30, activation: Sigmoid()), Dense(units: 10), ActivationLayer(Softmax()),
      ])
    #expect(model.parameterCount == 25_720)
    #expect(model.outputShape == [10])
    #expect(model.lastActivation == "softmax")
    #expect(
      model.summary.map(\.name) == ["flatten", "dense", "dense_1", "dense_2", "dense_3", "activation"])
    #expect(model.summary.map(\.outputShape) == [[784], [30], [30], [30], [10], [10]])
    #expect(model.summary.map(\.parameterCount) == [0, 23_550, 930, 930, 310, 0])
    #expect(model.summary.map(\.activation) == [nil, "sigmoid", "sigmoid", "sigmoid", "linear", "softmax"])
  }

  @Test("A layer that does not take its input's shape is named by its index.")
  func shapes() throws {
    let failure = #expect(throws: ModelFailure.self) {
      try Model(inputShape: [28, 28], layers: [ActivationLayer(Relu()), Dense(units: 3)])
    }
    #expect(failure?.problem == .denseNeedsFlatInput([28, 28]))
    #expect(failure?.layer == 1)
  }

  @Test("A model needs layers, and may not be larger than memory.")
  func limits() throws {
    #expect(throws: ModelFailure(problem: .noLayers)) {
      try Model(inputShape: [4], layers: [])
    }
    let failure = #expect(throws: ModelFailure.self) {
      try Model(
        inputShape: [65536],
        layers: [
          Dense(units: 2), Dense(units: 4), Dense(units: 65536),
          Dense(units: 65536),
        ])
    }
    #expect(failure?.layer == 3)
  }

  @Test("A start depends on the seed and the order of layers with weights alone.")
  func initialWeights() throws {
    let plain = try Model(
      inputShape: [6], layers: [Dense(units: 5, activation: Relu()), Dense(units: 2)])
    let spelledOut = try Model(
      inputShape: [2, 3],
      layers: [Flatten(), Dense(units: 5), ActivationLayer(Relu()), Dense(units: 2)])
    #expect(plain.initialWeights(seed: 4) == spelledOut.initialWeights(seed: 4))
    #expect(plain.initialWeights(seed: 4) != plain.initialWeights(seed: 5))
    #expect(plain.initialWeights(seed: 4).layers[0] != plain.initialWeights(seed: 4).layers[1])
  }

  @Test("An epoch is refused for data that does not fit the model, with what to do.")
  func checks() throws {
    let model = try Model(inputShape: [6], layers: [Dense(units: 3, activation: Softmax())])
    let options = TrainingOptions(metrics: [Accuracy()])
    try options.check(model, sampleShape: [6], targets: .classes(3))
    #expect(throws: TrainingProblem.sampleShape(expected: [6], found: [7])) {
      try options.check(model, sampleShape: [7], targets: .classes(3))
    }
    #expect(throws: TrainingProblem.unitsDoNotMatchTargets(outputs: 3, .classes(10))) {
      try options.check(model, sampleShape: [6], targets: .classes(10))
    }
    let bare = try Model(inputShape: [6], layers: [Dense(units: 3)])
    #expect(
      throws: TrainingProblem.lossNeedsProbabilities(
        loss: "categorical_crossentropy", activation: "softmax", found: "linear")
    ) { try options.check(bare, sampleShape: [6], targets: .classes(3)) }
    let squares = TrainingOptions(loss: MeanSquaredError(), metrics: [Accuracy()])
    #expect(throws: TrainingProblem.metricNeedsClasses("accuracy")) {
      try squares.check(bare, sampleShape: [6], targets: .numbers(width: 3))
    }
    let single = try Model(inputShape: [6], layers: [Dense(units: 1, activation: Sigmoid())])
    try TrainingOptions(loss: BinaryCrossentropy()).check(single, sampleShape: [6], targets: .classes(2))
    #expect(throws: TrainingProblem.unitsDoNotMatchTargets(outputs: 1, .classes(3))) {
      try TrainingOptions(loss: BinaryCrossentropy()).check(single, sampleShape: [6], targets: .classes(3))
    }
  }
}
