import Engine
import Foundation
import Testing

@Suite struct LayerMeasurementTests {
  private func trainer(
    _ activation: any Activation, layers: Int, units: Int = 40, count: Int = 200
  ) throws -> Trainer {
    let data = Fixture.classes(count, width: 30, classes: 5)
    let model = try Fixture.dense(
      30, (0..<layers).map { _ in (units, activation) } + [(5, Softmax() as any Activation)])
    return try Trainer(
      model: model, options: TrainingOptions(batchSize: 25), training: data, validation: nil)
  }

  @Test("Measuring between epochs leaves the training's bits alone.")
  func leavesBits() throws {
    let plain = try trainer(Tanh(), layers: 2)
    let measured = try trainer(Tanh(), layers: 2)
    for _ in 0..<3 {
      _ = try plain.trainEpoch()
      _ = measured.measureLayers()
      _ = try measured.trainEpoch()
    }
    #expect(plain.weights == measured.weights)
  }

  @Test(
    "Means, deviations and gradients are those of a network in Double.",
    arguments: ["sigmoid", "tanh", "relu"])
  func agreesWithDouble(_ name: String) throws {
    let activations: [String: any Activation] = ["sigmoid": Sigmoid(), "tanh": Tanh(), "relu": Relu()]
    let trainer = try trainer(try #require(activations[name]), layers: 2, units: 6, count: 30)
    let reference = ReferenceNetwork(
      trainer.weights, activations: [name, name, "softmax"], loss: "categorical_crossentropy")
    let data = Fixture.classes(30, width: 30, classes: 5)
    let (rows, targets) = (Fixture.rows(data.samples), Fixture.targets(data))
    let measured = trainer.measureLayers()
    #expect(measured.map(\.layer) == ["dense", "dense_1", "dense_2"])
    for (index, layer) in measured.enumerated() {
      let outputs = rows.flatMap { row in
        reference.layers.prefix(index + 1).reduce(row) { input, layer in
          var one = reference
          one.layers = [layer]
          return one.outputs(input)
        }
      }
      let mean = outputs.reduce(0, +) / Double(outputs.count)
      let variance = outputs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(outputs.count)
      #expect(abs(layer.mean - mean) < 1e-5)
      #expect(abs(layer.deviation - variance.squareRoot()) < 1e-5)
      // The gradient by a layer's sums is that by its bias, sample by sample.
      let squares = zip(rows, targets).reduce(0.0) { sum, sample in
        let bias = reference.gradient(layer: index, [sample.0], [sample.1]).bias
        return sum + bias.reduce(0) { $0 + $1 * $1 }
      }
      #expect(abs(layer.gradientNorm / (squares / 30).squareRoot() - 1) < 1e-4)
    }
  }

  @Test("Deep sigmoids lose the gradient as the theory predicts, and ReLUs do not.")
  func vanishing() throws {
    let sigmoids = try trainer(Sigmoid(), layers: 8).measureLayers()
    let relus = try trainer(Relu(), layers: 8).measureLayers()
    let first = try #require(sigmoids.first)
    let last = try #require(sigmoids.last)
    #expect(first.gradientNorm < last.gradientNorm * 1e-4)
    #expect(relus[0].gradientNorm > relus[7].gradientNorm * 1e-2)
    for layer in sigmoids.dropLast() {
      let predicted = try #require(layer.predictedNorm)
      #expect((0.5...2).contains(layer.gradientNorm / predicted), "\(layer)")
      #expect(layer.saturation == 0)
    }
    #expect(last.predictedNorm == nil && last.saturation == nil)
  }

  @Test("A sigmoid pushed to its ends is saturated, and dead ReLUs are.")
  func saturation() throws {
    func measure(_ activation: any Activation, weight: Float) throws -> LayerMeasurement {
      let data = LabeledSamples(
        samples: Samples(shape: [1], count: 4, storage: .floats([1, -1, 0.001, 2])),
        targets: .classes([0, 1, 0, 1], names: ["a", "b"]))
      let model = try Fixture.dense(1, [(1, activation), (2, Softmax())])
      var layers = model.initialWeights(seed: 0).layers
      layers[0] = LayerWeights(
        name: "dense",
        variables: [
          Variable(name: "kernel", shape: [1, 1], values: [weight]),
          Variable(name: "bias", shape: [1], values: [0]),
        ])
      let state = TrainingState(
        epoch: 0, iteration: 0, weights: Weights(layers: layers), optimizerState: [])
      return try Trainer(
        model: model, options: TrainingOptions(), training: data, validation: nil, resuming: state
      ).measureLayers()[0]
    }
    #expect(try measure(Sigmoid(), weight: 50).saturation == 0.75)
    #expect(try measure(Relu(), weight: 1).saturation == 0.25)
    #expect(try measure(Linear(), weight: 50).saturation == 0)
  }
}
