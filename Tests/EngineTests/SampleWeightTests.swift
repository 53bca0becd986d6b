import Engine
import Options
import Testing

/// Weights of classes and samples in the loss, and inputs as targets.
@Suite struct SampleWeightTests {
  @Test("The gradient of a weighted batch is the mean of the samples' own gradients, each times its weight.")
  func gradient() throws {
    for member in Losses.catalogue.members {
      let loss = member.standard
      let last: any Activation = loss.lastActivation == Softmax.name ? Softmax() : Sigmoid()
      let model = try Fixture.dense(6, [(4, Tanh()), (3, last)])
      let plain = Fixture.classes(4, width: 6, classes: 3)
      let weights: [Float] = [0, 0.5, 1, 3]
      let weighted = LabeledSamples(samples: plain.samples, targets: plain.targets, weights: weights)
      let options = TrainingOptions(loss: loss, batchSize: 4)
      func gradient(_ data: LabeledSamples, _ samples: [Int32]) throws -> [Double] {
        try Trainer(model: model, options: options, training: data, validation: nil).gradient(of: samples)
          .layers.flatMap(\.variables).flatMap(\.values).map(Double.init)
      }
      let whole = try gradient(weighted, [0, 1, 2, 3])
      let each = try (0..<4).map { try gradient(plain, [$0]) }
      let expected = whole.indices.map { place in
        (0..<4).reduce(0.0) { $0 + Double(weights[$1]) * each[$1][place] } / 4
      }
      #expect(relativeDistance(whole.map { Float($0) }, expected) < 1e-5, "\(member.name)")
    }
  }

  @Test("Weights of 1 change no bit.")
  func ones() throws {
    func digest(_ data: LabeledSamples) throws -> String {
      let model = try Fixture.dense(12, [(9, Relu()), (3, Softmax())])
      let trainer = try Trainer(
        model: model, options: TrainingOptions(batchSize: 7), training: data, validation: nil)
      return "\(try trainer.trainEpoch().loss) \(trainer.weights.digest)"
    }
    let data = Fixture.classes(40, width: 12, classes: 3)
    #expect(try digest(data) == digest(data.weighted(usingOwn: false, by: .given([1, 1, 1]))))
    #expect(try digest(data) != digest(data.weighted(usingOwn: false, by: .given([1, 1, 2]))))
  }

  @Test("Balanced weights are n / (k · count) over the classes that occur, as in scikit-learn.")
  func balanced() {
    let data = LabeledSamples(
      samples: Samples(shape: [1], count: 6, storage: .floats([0, 0, 0, 0, 0, 0])),
      targets: .classes([2, 0, 0, 0, 2, 3], names: ["a", "b", "c", "d"]))
    let third: Float = 6.0 / 9
    #expect(data.weighted(usingOwn: false, by: .balanced).weights == [1, third, third, third, 1, 2])
  }

  @Test("Weights of samples count only where they are asked for, and follow their samples into parts.")
  func parts() {
    let plain = Fixture.classes(4, width: 2, classes: 2)
    let data = LabeledSamples(samples: plain.samples, targets: plain.targets, weights: [1, 2, 3, 4])
    #expect(data.weighted(usingOwn: false, by: nil).weights == nil)
    #expect(data.split(validation: 0.5).training.weighted(usingOwn: true, by: nil).weights == [1, 2])
    #expect(data.split(validation: 0.5).validation.weights == [3, 4])
  }

  @Test("Evaluation and validation leave the weights of samples out.")
  func evaluation() throws {
    let plain = Fixture.classes(9, width: 5, classes: 3)
    let data = LabeledSamples(
      samples: plain.samples, targets: plain.targets, weights: [Float](repeating: 7, count: 9))
    let model = try Fixture.dense(5, [(3, Softmax())])
    let trained = TrainedModel(model: model, weights: model.initialWeights(seed: 1))
    let loss = CategoricalCrossentropy()
    #expect(
      try trained.evaluate(data, loss: loss, metrics: []).loss
        == trained.evaluate(plain, loss: loss, metrics: []).loss)
  }

  private func reshape(_ shape: [Int]) throws -> any Layer {
    var options = OptionReader(
      OptionValue(
        .mapping([.init("target_shape", OptionValue(.list(shape.map { OptionValue(.integer($0)) })))])),
      of: "reshape")
    return try #require(Layers.catalogue["reshape"]).make(&options)
  }

  @Test("A network that gives back its inputs has their shape, or one row of as many numbers.")
  func shapes() throws {
    let options = TrainingOptions(loss: MeanSquaredError())
    func check(_ layers: [any Layer]) throws {
      try options.check(
        Fixture.model([4, 3], layers), sampleShape: [4, 3], targets: .inputs([4, 3]))
    }
    try check([Flatten(), Dense(units: 12)])
    try check([Flatten(), Dense(units: 12), reshape([4, 3])])
    try check([Flatten(), Dense(units: 12), reshape([4, 3, 1])])
    for (shape, layers): ([Int], [any Layer]) in try [
      ([11], [Flatten(), Dense(units: 11)]), ([3, 4], [Flatten(), Dense(units: 12), reshape([3, 4])]),
    ] {
      #expect(throws: TrainingProblem.outputsAreNotInputs(outputs: shape, inputs: [4, 3])) {
        try check(layers)
      }
    }
    #expect(throws: TrainingProblem.metricNeedsClasses("accuracy")) {
      try TrainingOptions(loss: MeanSquaredError(), metrics: [Accuracy()]).check(
        Fixture.dense(2, [(2, Linear())]), sampleShape: [2], targets: .inputs([2]))
    }
  }

  @Test("Inputs beyond 0 and 1 cannot be given back as probabilities.")
  func shares() throws {
    let model = try Fixture.dense(2, [(2, Sigmoid())])
    let options = TrainingOptions(loss: BinaryCrossentropy())
    for (numbers, wrong): (Samples.Storage, Double) in [
      (.floats([0, 1, 0.5, 1.5]), 1.5), (.floats([0, -1, 0, 2]), -1), (.bytes([0, 2, 0, 3], scale: 1), 2),
    ] {
      let data = LabeledSamples(samples: Samples(shape: [2], count: 2, storage: numbers), targets: .inputs)
      #expect(throws: TrainingProblem.lossNeedsShares(loss: "binary_crossentropy", found: wrong)) {
        _ = try Trainer(model: model, options: options, training: data, validation: nil)
      }
    }
  }

  @Test("Inputs as targets train to the same bits as a copy of them, as bytes and as floats.")
  func copies() throws {
    for asBytes in [true, false] {
      let data = Fixture.classes(30, width: 8, classes: 2, asBytes: asBytes)
      let copy = Fixture.rows(data.samples).flatMap { $0.map { Float($0) } }
      let model = try Fixture.dense(8, [(3, Tanh()), (8, Linear())])
      func digest(_ data: LabeledSamples) throws -> String {
        let trainer = try Trainer(
          model: model, options: TrainingOptions(loss: MeanSquaredError(), batchSize: 7), training: data,
          validation: data.prefix(5))
        let epoch = try trainer.trainEpoch()
        return "\(epoch.loss) \(epoch.validation?.loss ?? 0) \(trainer.weights.digest)"
      }
      #expect(
        try digest(data.reconstructed)
          == digest(LabeledSamples(samples: data.samples, targets: .numbers(copy, width: 8))))
    }
  }
}
