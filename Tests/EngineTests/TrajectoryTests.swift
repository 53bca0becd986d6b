import Engine
import Foundation
import Testing

@Suite struct TrajectoryTests {
  @Test("A training run agrees step by step with one in Double.", arguments: ["sigmoid", "tanh", "relu"])
  func agreesWithDouble(_ name: String) throws {
    let activations: [String: any Activation] = ["sigmoid": Sigmoid(), "tanh": Tanh(), "relu": Relu()]
    let activation = try #require(activations[name])
    let data = Fixture.classes(14, width: 10, classes: 3)
    let model = try Fixture.dense(10, [(6, activation), (5, activation), (3, Softmax())])
    let options = TrainingOptions(
      optimizer: StochasticGradientDescent(learningRate: 0.5), batchSize: 5, seed: 11)
    let trainer = try Trainer(model: model, options: options, training: data, validation: nil)
    var reference = ReferenceNetwork(
      trainer.weights, activations: [name, name, "softmax"], loss: "categorical_crossentropy")
    let rows = Fixture.rows(data.samples)
    let targets = Fixture.targets(data)
    for epoch in 0..<7 {
      var expectedLoss = 0.0
      let order = RandomStream(seed: 11, purpose: .shuffle, epoch: epoch).permutation(14).map(Int.init)
      for first in stride(from: 0, to: 14, by: 5) {
        let batch = order[first..<min(first + 5, 14)]
        let (inputs, answers) = (batch.map { rows[$0] }, batch.map { targets[$0] })
        expectedLoss += reference.meanLoss(inputs, answers) * Double(batch.count)
        reference.descend(inputs, answers, rate: 0.5)
      }
      let loss = try trainer.trainEpoch().loss
      #expect(abs(loss - expectedLoss / 14) < 2e-6 * loss)
      for (layer, expected) in zip(trainer.weights.layers, reference.layers) {
        let kernel = try #require(layer.kernel)
        let bias = try #require(layer.bias)
        #expect(relativeDistance(kernel.values, expected.kernel.flatMap(\.self)) < 1e-5)
        #expect(relativeDistance(bias.values, expected.bias ?? []) < 1e-5)
      }
    }
  }

  @Test(
    "Training that stops and goes on gives the same bits as training without a stop.", arguments: [0, 0.9])
  func resumes(momentum: Double) throws {
    let data = Fixture.classes(23, width: 10, classes: 3)
    let model = try Fixture.dense(10, [(6, Sigmoid()), (3, Softmax())])
    let options = TrainingOptions(
      optimizer: StochasticGradientDescent(learningRate: 0.1, momentum: momentum), batchSize: 4)
    let whole = try Trainer(model: model, options: options, training: data, validation: nil)
    for _ in 0..<5 { _ = try whole.trainEpoch() }
    let first = try Trainer(model: model, options: options, training: data, validation: nil)
    for _ in 0..<2 { _ = try first.trainEpoch() }
    let second = try Trainer(
      model: model, options: options, training: data, validation: nil, resuming: first.state)
    #expect(second.epoch == 2)
    for _ in 0..<3 { _ = try second.trainEpoch() }
    #expect(second.state == whole.state)
    #expect(second.weights.digest == whole.weights.digest)
  }

  @Test("Momentum moves weights by Keras's formulas.", arguments: [false, true])
  func momentum(nesterov: Bool) throws {
    let data = Fixture.numbers(4, width: 3, targets: 1)
    let model = try Fixture.dense(3, [(1, Linear())])
    let options = TrainingOptions(
      loss: MeanSquaredError(),
      optimizer: StochasticGradientDescent(learningRate: 0.1, momentum: 0.9, nesterov: nesterov),
      batchSize: 4,
      shuffle: false)
    let trainer = try Trainer(model: model, options: options, training: data, validation: nil)
    var reference = ReferenceNetwork(trainer.weights, activations: ["linear"], loss: "mean_squared_error")
    var velocity = [Double](repeating: 0, count: 3)
    for _ in 0..<5 {
      let gradient = reference.gradient(layer: 0, Fixture.rows(data.samples), Fixture.targets(data))
      let bias = trainer.weights.layers[0].bias
      for (index, g) in gradient.kernel.enumerated() {
        velocity[index] = 0.9 * velocity[index] - 0.1 * g
        reference.layers[0].kernel[index][0] += nesterov ? 0.9 * velocity[index] - 0.1 * g : velocity[index]
      }
      _ = try trainer.trainEpoch()
      let weights = trainer.weights.layers[0]
      #expect(
        relativeDistance(try #require(weights.kernel).values, reference.layers[0].kernel.flatMap(\.self))
          < 1e-5)
      #expect(weights.bias != bias)
      reference.layers[0].bias = weights.bias?.values.map(Double.init)
    }
  }

  @Test(
    "A learning rate of zero, or one that is zero as a Float, leaves the weights alone.",
    arguments: [0, 0.9],
    [0, 1e-60])
  func zeroRate(momentum: Double, rate: Double) throws {
    let data = Fixture.classes(23, width: 10, classes: 3)
    let model = try Fixture.dense(10, [(6, Sigmoid()), (3, Softmax())])
    let options = TrainingOptions(
      optimizer: StochasticGradientDescent(learningRate: rate, momentum: momentum), batchSize: 4)
    let trainer = try Trainer(model: model, options: options, training: data, validation: nil)
    _ = try trainer.trainEpoch()
    #expect(trainer.weights == model.initialWeights(seed: 0))
  }

  @Test("Validation is the evaluation of the weights after the epoch.")
  func validation() throws {
    let data = Fixture.classes(40, width: 10, classes: 3).split(validation: 0.25)
    let model = try Fixture.dense(10, [(6, Tanh()), (3, Softmax())])
    let trainer = try Trainer(
      model: model, options: TrainingOptions(metrics: [Accuracy()], batchSize: 7), training: data.training,
      validation: data.validation)
    let epoch = try trainer.trainEpoch()
    let trained = TrainedModel(model: model, weights: trainer.weights)
    let evaluation = try trained.evaluate(
      data.validation, loss: CategoricalCrossentropy(), metrics: [Accuracy()])
    #expect(epoch.validation == evaluation)
    let reference = ReferenceNetwork(
      trainer.weights, activations: ["tanh", "softmax"], loss: "categorical_crossentropy")
    let rows = Fixture.rows(data.validation.samples)
    let expected = reference.meanLoss(rows, Fixture.targets(data.validation))
    #expect(abs(evaluation.loss - expected) < 1e-6)
    let outputs = try trained.predict(data.validation.samples)
    #expect(relativeDistance(outputs, rows.flatMap(reference.outputs)) < 1e-6)
  }
}
