import Engine
import Testing

@Suite struct RecurrentModelTests {
  private func model(_ shape: [Int], _ layers: any Layer...) throws -> Model {
    try Model(inputShape: shape, layers: layers)
  }

  @Test("Arrays have Keras's names and shapes.")
  func names() throws {
    let settings = RecurrentSettings(units: 5)
    let whole = try model([7, 3], Bidirectional(LSTM(settings)), Dense(units: 2))
    #expect(
      whole.arrayShapes.map(\.name) == [
        "bidirectional/forward/kernel", "bidirectional/forward/recurrent_kernel",
        "bidirectional/forward/bias",
        "bidirectional/backward/kernel", "bidirectional/backward/recurrent_kernel",
        "bidirectional/backward/bias", "dense/kernel", "dense/bias",
      ])
    #expect(whole.arrayShapes.map(\.shape).prefix(3) == [[3, 20], [5, 20], [20]])
    #expect(whole.outputShape == [2])
    #expect(try model([7, 3], GRU(settings)).arrayShapes.map(\.shape) == [[3, 15], [5, 15], [2, 15]])
    #expect(
      try model([7, 3], GRU(settings, resetsAfter: false)).arrayShapes.map(\.shape) == [
        [3, 15], [5, 15], [15],
      ])
    let tokens = try model([7], Embedding(inputs: 11, outputs: 4), TimeDistributed(Dense(units: 2)))
    #expect(
      tokens.arrayShapes.map(\.name) == [
        "embedding/embeddings", "time_distributed/kernel", "time_distributed/bias",
      ])
    #expect(tokens.outputShape == [7, 2])
  }

  @Test("The forget gates of an LSTM start at one, and recurrent kernels with orthogonal rows.")
  func start() throws {
    let weights = try model([7, 3], LSTM(RecurrentSettings(units: 2))).initialWeights(seed: 1).layers[0]
    #expect(weights.bias?.values == [0, 0, 1, 1, 0, 0, 0, 0])
    let kernel = try #require(weights["recurrent_kernel"]).values
    func product(_ one: Int, _ other: Int) -> Float {
      (0..<8).reduce(0) { $0 + kernel[one * 8 + $1] * kernel[other * 8 + $1] }
    }
    #expect(abs(product(0, 0) - 1) < 1e-6 && abs(product(1, 1) - 1) < 1e-6 && abs(product(0, 1)) < 1e-6)
  }

  @Test(
    "An orthogonal start has directions of the given length at right angles along its shorter side.",
    arguments: [[6, 4], [4, 6], [2, 3, 5], [40, 120]])
  func orthogonal(_ shape: [Int]) {
    let stream = RandomStream(seed: 2, purpose: .initialization)
    let values = Orthogonal(gain: 3).values(shape: shape, from: stream).map(Double.init)
    let columns = shape[shape.count - 1]
    let rows = values.count / columns
    let vectors = (0..<min(rows, columns)).map { vector in
      (0..<max(rows, columns)).map { place in
        rows >= columns ? values[place * columns + vector] : values[vector * columns + place]
      }
    }
    for (index, one) in vectors.enumerated() {
      for (other, vector) in vectors.enumerated() {
        let product = zip(one, vector).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(abs(product - (index == other ? 9 : 0)) < 1e-5)
      }
    }
  }

  @Test("Layers that read steps name the shape that they were given.")
  func shapes() throws {
    let settings = RecurrentSettings(units: 5)
    func problem(_ shape: [Int], _ layers: any Layer...) -> ModelProblem? {
      #expect(throws: ModelFailure.self) { try Model(inputShape: shape, layers: layers) }?.problem
    }
    #expect(problem([7], LSTM(settings)) == .needsSteps(layer: "lstm", [7]))
    #expect(problem([7, 3, 2], GRU(settings)) == .needsSteps(layer: "gru", [7, 3, 2]))
    #expect(problem([7], TimeDistributed(Dense(units: 2))) == .needsSteps(layer: "time_distributed", [7]))
    #expect(problem([7, 3, 2], TimeDistributed(Dense(units: 2))) == .denseNeedsFlatInput([3, 2]))
    #expect(problem([7, 3], Bidirectional(Dense(units: 2))) == .needsRecurrentLayer(found: "dense"))
    #expect(problem([7, 3], Embedding(inputs: 5, outputs: 2)) == .embeddingNeedsRow([7, 3]))
    #expect(problem([7], Dense(units: 2), Embedding(inputs: 5, outputs: 2)) == .embeddingNeedsTokens)
    #expect(
      problem([7, 3], LSTM(RecurrentSettings(units: 65536))) == .tooManyParameters(limit: 1 << 28))
  }

  @Test("Numbers that are no token ids are refused before training, validation and prediction.")
  func tokens() throws {
    let model = try model(
      [3], Embedding(inputs: 10, outputs: 2), Flatten(), Dense(units: 2, activation: Softmax()))
    func data(_ storage: Samples.Storage) -> LabeledSamples {
      LabeledSamples(
        samples: Samples(shape: [3], count: 1, storage: storage), targets: .classes([0], names: ["a", "b"]))
    }
    func train(_ data: LabeledSamples, validation: LabeledSamples? = nil) throws {
      _ = try Trainer(model: model, options: TrainingOptions(), training: data, validation: validation)
    }
    let good = data(.floats([0, 9, 4]))
    try train(good, validation: good)
    try train(data(.bytes([0, 9, 4], scale: 1)))
    #expect(throws: TrainingProblem.noToken(12, count: 10)) { try train(data(.floats([10, 12, -1]))) }
    #expect(throws: TrainingProblem.noToken(-1, count: 10)) { try train(data(.floats([0, -1, 3.5]))) }
    #expect(throws: TrainingProblem.noToken(3.5, count: 10)) { try train(data(.floats([0, 3.5, 3]))) }
    #expect(throws: TrainingProblem.noToken(255, count: 10)) {
      try train(data(.bytes([0, 255, 4], scale: 1)))
    }
    #expect(throws: TrainingProblem.self) { try train(data(.floats([0, .nan, 4]))) }
    #expect(throws: TrainingProblem.noToken(10, count: 10)) {
      try train(good, validation: data(.floats([1, 10, 1])))
    }
    let trained = TrainedModel(model: model, weights: model.initialWeights(seed: 0))
    #expect(throws: TrainingProblem.noToken(Double(Float(1e30)), count: 10)) {
      try trained.predict(data(.floats([1, 1e30, 1])).samples)
    }
  }

  @Test("A network may end in sequences, whose numbers stand side by side in one row for each sample.")
  func endsInSequences() throws {
    var settings = RecurrentSettings(units: 4)
    settings.returnsSequences = true
    let data = Fixture.numbers(9, width: 15, targets: 5)
    let samples = Samples(shape: [5, 3], count: 9, storage: data.samples.storage)
    let model = try model([5, 3], GRU(settings), TimeDistributed(Dense(units: 1)))
    let labeled = LabeledSamples(samples: samples, targets: data.targets)
    let options = TrainingOptions(
      loss: MeanSquaredError(), optimizer: Adam(learningRate: 0.05), epochs: 30, batchSize: 4)
    let trainer = try Trainer(model: model, options: options, training: labeled, validation: nil)
    let first = try trainer.trainEpoch().loss
    for _ in 1..<30 { _ = try trainer.trainEpoch() }
    let trained = TrainedModel(model: model, weights: trainer.weights)
    let loss = try trained.evaluate(labeled, loss: MeanSquaredError(), metrics: []).loss
    #expect(loss < first / 2)
    guard case .numbers(let targets, _) = data.targets else { return }
    let outputs = try trained.predict(samples)
    #expect(outputs.count == 45)
    let squares = zip(outputs, targets).reduce(0.0) { $0 + Double(($1.0 - $1.1) * ($1.0 - $1.1)) }
    #expect(abs(loss - squares / 45) < 1e-6)
  }

  @Test("A recurrent network's buffers are counted with their padding.")
  func memory() throws {
    let model = try model([7, 3], LSTM(RecurrentSettings(units: 5)), Dense(units: 2))
    let memory = model.memory(rows: 8, isTraining: true, stateCount: 2)
    // Kernels 3 × 64 and 5 × 64, since each of four gates takes a register of 16; the bias; the recurrent kernel once
    // more, turned, 64 × 5. The dense kernel 5 × 2 and its bias, and the kernel turned, 2 × 5.
    let arrays = 3 * 64 + 5 * 64 + 64 + 5 * 16 + 16
    #expect(memory.weights == Double((arrays * 4 + 64 * 16 + 2 * 16) * 4))
    // Inputs of 21 in a panel of 32. For each step inputs, four gates, states, cells and their tanh; one gradient of
    // states and of cells. Outputs of both layers with their gradients.
    let steps = 7 * (16 + 64 + 3 * 16) + 2 * 16
    #expect(memory.batch == Double(8 * (32 + steps + 2 * 16 + 2 * 16) * 4))
  }

  @Test("Sizes whose product no integer holds are counted all the same.")
  func overflow() throws {
    var settings = RecurrentSettings(units: 8000)
    settings.returnsSequences = true
    settings.recurrentKernel = WeightSettings(GlorotUniform())
    let model = try model([65536, 65536, 1], TimeDistributed(Bidirectional(SimpleRNN(settings))))
    #expect(model.memory(rows: .max, isTraining: true).batch > 1e30)
  }

  @Test("Branches and steps are counted as what they hold.")
  func nestedMemory() throws {
    let settings = RecurrentSettings(units: 5)
    let one = try model([7, 3], LSTM(settings)).memory(rows: 8, isTraining: true)
    let two = try model([7, 3], Bidirectional(LSTM(settings))).memory(rows: 8, isTraining: true)
    #expect(two.weights == 2 * one.weights)
    // The inputs are there once, and ten outputs with their gradients come to those of the branches.
    let inputs = 8.0 * 32 * 4
    #expect(two.batch - inputs == 2 * (one.batch - inputs) + 8 * 2 * 16 * 4)
    let dense = try model([3], Dense(units: 5)).memory(rows: 56, isTraining: true)
    let each = try model([7, 3], TimeDistributed(Dense(units: 5))).memory(rows: 8, isTraining: true)
    // The rows of the steps are copied out of the samples', with a gradient, for which the kernel is turned; and the
    // outputs back into rows of samples, 35 in two panels.
    #expect(each.weights == dense.weights + 5 * 16 * 4)
    #expect(each.batch - inputs == dense.batch + 56 * 16 * 4 + 8 * 2 * 64 * 4)
  }
}
