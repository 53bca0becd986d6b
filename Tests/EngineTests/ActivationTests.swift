import Engine
import Foundation
import Testing

@Suite struct ActivationTests {
  struct Case: CustomTestStringConvertible {
    /// The name in ``ReferenceFunctions``.
    let name: String
    let activation: any Activation
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "elu", activation: Elu()), Case(name: "elu 0.4", activation: Elu(alpha: 0.4)),
    Case(name: "elu 1.5", activation: Elu(alpha: 1.5)), Case(name: "selu", activation: Selu()),
    Case(name: "silu", activation: Silu()), Case(name: "leaky_relu", activation: LeakyRelu()),
    Case(name: "leaky_relu 0.05", activation: LeakyRelu(negativeSlope: 0.05)),
    Case(name: "relu6", activation: Relu6()), Case(name: "mish", activation: Mish()),
    Case(name: "softplus", activation: Softplus()), Case(name: "softsign", activation: Softsign()),
    Case(name: "hard_sigmoid", activation: HardSigmoid()), Case(name: "hard_silu", activation: HardSilu()),
    Case(name: "exponential", activation: Exponential()),
    Case(name: "gelu approximate", activation: Gelu(isApproximate: true)),
  ]

  /// Numbers of all sizes that are away from the corners at −3, 0, 3 and 6.
  private static let inputs: [Float] =
    (0..<246).map { -40 + 80 * (Float($0) + 0.37) / 246 }
    + [-1e-6, -1e-3, 1e-6, 1e-3, -80, 80, -1e3, 1e3, -1e12, 1e12]

  private func reference(_ name: String, _ x: Double) -> Double {
    ReferenceFunctions.activations[name]?([x])[0] ?? .nan
  }

  /// Numbers that no float holds are infinite, and those below the smallest that the engine keeps are zero.
  private func isNear(_ found: Float, _ expected: Double, within tolerance: Double) -> Bool {
    if abs(expected) > Double(Float.greatestFiniteMagnitude) { return found.isInfinite }
    return abs(Double(found) - expected) <= max(tolerance * max(abs(expected), 0.1), 0x1p-80)
  }

  @Test("Values are those of the formula in Double.", arguments: cases)
  func values(_ example: Case) throws {
    let model = try Fixture.model([1], [ActivationLayer(example.activation)])
    let outputs = try TrainedModel(model: model, weights: Weights(layers: [])).predict(
      Samples(shape: [1], count: Self.inputs.count, storage: .floats(Self.inputs)))
    for (x, y) in zip(Self.inputs, outputs) {
      #expect(isNear(y, reference(example.name, Double(x)), within: 5e-7), "\(x): \(y)")
    }
  }

  @Test("Slopes are the differences of the formula in Double.", arguments: cases)
  func slopes(_ example: Case) throws {
    // One input of 1, whose weights are the sums; the mean absolute error passes a gradient of 1 / 256 to each.
    let count = Self.inputs.count
    let kernel = Variable(name: "kernel", shape: [1, count], values: Self.inputs)
    let model = try Fixture.model(
      [1], [Dense(units: count, activation: example.activation, bias: nil)])
    let data = LabeledSamples(
      samples: Samples(shape: [1], count: 1, storage: .floats([1])),
      targets: .numbers([Float](repeating: -.greatestFiniteMagnitude, count: count), width: count))
    let state = TrainingState(
      epoch: 0, iteration: 0,
      weights: Weights(layers: [LayerWeights(name: "dense", variables: [kernel])]), optimizerState: [])
    let trainer = try Trainer(
      model: model, options: TrainingOptions(loss: MeanAbsoluteError()), training: data, validation: nil,
      resuming: state)
    let gradient = try #require(trainer.gradient(of: [0]).layers[0].kernel).values
    for (x, slope) in zip(Self.inputs, gradient) {
      let (up, down) = (Double(x) + 1e-6 * max(1, abs(Double(x))), Double(x) - 1e-6 * max(1, abs(Double(x))))
      guard up * down > 0 else { continue }
      let expected = (reference(example.name, up) - reference(example.name, down)) / (up - down)
      if !(abs(expected) < 1e30) { continue }
      #expect(
        abs(Double(slope) * Double(count) - expected) <= 2e-6 * max(abs(expected), 1), "\(x): \(slope)")
    }
  }

  @Test("The steepest slope is that of the formula in Double.", arguments: cases)
  func steepest(_ example: Case) throws {
    let places = (-10_000...10_000).map { Double($0) * 1e-3 }
    let slopes = places.map {
      abs(reference(example.name, $0 + 1e-5) - reference(example.name, $0 - 1e-5)) / 2e-5
    }
    guard let steepest = example.activation.steepestSlope else {
      #expect(example.name == "exponential")
      return
    }
    #expect(abs((slopes.max() ?? 0) - Double(steepest)) < 2e-3)
  }

  @Test("Small numbers keep their digits where the formula would cancel them.")
  func smallNumbers() throws {
    func value(_ activation: any Activation, _ x: Float) throws -> Double {
      let model = try Fixture.model([1], [ActivationLayer(activation)])
      let samples = Samples(shape: [1], count: 1, storage: .floats([x]))
      return Double(try TrainedModel(model: model, weights: Weights(layers: [])).predict(samples)[0])
    }
    for x: Float in [-1e-7, -1e-3, -0.1, -0.5] {
      #expect(abs(try value(Elu(), x) / expm1(Double(x)) - 1) < 3e-7)
    }
    for x: Float in [-60, -20, -5] {
      #expect(abs(try value(Softplus(), x) / log1p(exp(Double(x))) - 1) < 5e-7)
    }
  }

  @Test("The logarithm of softmax is finite where softmax is zero.")
  func logSoftmax() throws {
    let model = try Fixture.model([3], [ActivationLayer(LogSoftmax())])
    let samples = Samples(shape: [3], count: 2, storage: .floats([1000, 0, -1000, 0.5, 0.25, -1]))
    let outputs = try TrainedModel(model: model, weights: Weights(layers: [])).predict(samples)
    let reference = try #require(ReferenceFunctions.activations["log_softmax"])
    let expected = reference([1000, 0, -1000]) + reference([0.5, 0.25, -1])
    #expect(zip(outputs, expected).allSatisfy { abs(Double($0) - $1) <= 1e-6 * max(1, abs($1)) })
  }

  @Test(
    "An activation is elementwise where an input changes no other output.",
    arguments: Activations.catalogue.names)
  func isElementwise(_ name: String) throws {
    let activation = try #require(Activations.catalogue[name]?.standard)
    func outputs(_ last: Float) throws -> [Float] {
      let model = try Fixture.model([3], [ActivationLayer(activation)])
      return try TrainedModel(model: model, weights: Weights(layers: [])).predict(
        Samples(shape: [3], count: 1, storage: .floats([0.5, -1, last])))
    }
    let (some, others) = (try outputs(0.25), try outputs(2))
    #expect((some.prefix(2) == others.prefix(2)) == activation.isElementwise)
  }

  @Test("Values and derivatives of a function are those of its formula.")
  func curve() {
    let inputs = (-40...40).map { Float($0) / 10 }
    let (outputs, derivatives) = Sigmoid().values(at: inputs)
    #expect(outputs.count == 81 && derivatives.count == 81)
    for (index, x) in inputs.enumerated() {
      let y = 1 / (1 + exp(-Double(x)))
      #expect(abs(Double(outputs[index]) - y) < 1e-6, "\(x)")
      #expect(abs(Double(derivatives[index]) - y * (1 - y)) < 1e-6, "\(x)")
    }
    #expect(Relu().values(at: [-2, 3]).derivatives == [0, 1])
    #expect(Linear().values(at: [-2, 3]).derivatives == [1, 1])
  }
}
