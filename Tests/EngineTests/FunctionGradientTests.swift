import Engine
import Testing

/// Gradients of networks with each activation and loss, beside differences of one in Double.
@Suite struct FunctionGradientTests {
  struct Case: CustomTestStringConvertible {
    let activation: any Activation
    /// The names in ``ReferenceFunctions``.
    let name: String
    let lastActivation: String
    let lastUnits: Int
    let loss: any Loss
    let lossName: String
    let data: LabeledSamples
    var testDescription: String { "\(name) with \(lossName)" }
  }

  private static let classes = Fixture.classes(5, width: 6, classes: 3)
  private static let pairs = Fixture.classes(5, width: 6, classes: 2)
  private static let numbers = Fixture.numbers(5, width: 6, targets: 3)

  private static func withLoss(
    _ loss: any Loss, _ name: String, _ last: String, _ data: LabeledSamples, units: Int = 3
  ) -> Case {
    Case(
      activation: Tanh(), name: "tanh", lastActivation: last, lastUnits: units, loss: loss, lossName: name,
      data: data)
  }

  static let cases: [Case] =
    (ActivationTests.cases.map { ($0.activation, $0.name) } + [(LogSoftmax(), "log_softmax")]).map {
      Case(
        activation: $0.0, name: $0.1, lastActivation: "softmax", lastUnits: 3,
        loss: CategoricalCrossentropy(), lossName: "categorical_crossentropy", data: classes)
    } + [
      withLoss(SparseCategoricalCrossentropy(), "sparse_categorical_crossentropy", "softmax", classes),
      withLoss(
        CategoricalCrossentropy(labelSmoothing: 0.1), "categorical_crossentropy smoothed", "softmax", classes),
      withLoss(
        CategoricalCrossentropy(labelSmoothing: 0.1), "categorical_crossentropy smoothed", "sigmoid", classes),
      withLoss(
        CategoricalCrossentropy(labelSmoothing: 0.1), "categorical_crossentropy smoothed", "softmax", numbers),
      withLoss(CategoricalFocalCrossentropy(), "categorical_focal_crossentropy", "softmax", classes),
      withLoss(
        CategoricalFocalCrossentropy(alpha: 0.6, gamma: 1.5, labelSmoothing: 0.1),
        "categorical_focal_crossentropy 1.5", "sigmoid", numbers),
      withLoss(
        BinaryCrossentropy(labelSmoothing: 0.1), "binary_crossentropy smoothed", "sigmoid", pairs, units: 1),
      withLoss(
        BinaryCrossentropy(labelSmoothing: 0.1), "binary_crossentropy smoothed", "softmax", classes),
      withLoss(BinaryFocalCrossentropy(), "binary_focal_crossentropy", "sigmoid", pairs, units: 1),
      withLoss(
        BinaryFocalCrossentropy(balancesClasses: true, alpha: 0.4, gamma: 0.5, labelSmoothing: 0.1),
        "binary_focal_crossentropy 0.5", "sigmoid", numbers),
      withLoss(KLDivergence(), "kl_divergence", "softmax", classes),
      withLoss(KLDivergence(), "kl_divergence", "sigmoid", numbers),
      withLoss(MeanAbsoluteError(), "mean_absolute_error", "linear", numbers),
      withLoss(MeanAbsolutePercentageError(), "mean_absolute_percentage_error", "linear", numbers),
      withLoss(MeanSquaredLogarithmicError(), "mean_squared_logarithmic_error", "linear", numbers),
      withLoss(Huber(), "huber", "linear", numbers),
      withLoss(Huber(delta: 0.2), "huber 0.2", "linear", numbers),
      withLoss(LogCosh(), "log_cosh", "linear", numbers), withLoss(Hinge(), "hinge", "linear", classes),
      withLoss(Hinge(), "hinge", "tanh", pairs, units: 1),
      withLoss(SquaredHinge(), "squared_hinge", "linear", classes),
      withLoss(Poisson(), "poisson", "softplus", numbers),
    ]

  @Test("Gradients agree with finite differences of a network in Double.", arguments: cases)
  func finiteDifferences(_ example: Case) throws {
    let last = try Activations.catalogue.made(example.lastActivation)
    let model = try Fixture.dense(
      6, [(4, example.activation), (4, example.activation), (example.lastUnits, last)])
    let trainer = try Trainer(
      model: model, options: TrainingOptions(loss: example.loss, batchSize: 5), training: example.data,
      validation: nil)
    let gradient = trainer.gradient(of: (0..<5).map(\.self))
    let reference = ReferenceNetwork(
      trainer.weights, activations: [example.name, example.name, example.lastActivation],
      loss: example.lossName)
    let (rows, targets) = (Fixture.rows(example.data.samples), Fixture.targets(example.data))
    for (index, layer) in gradient.layers.enumerated() {
      let expected = reference.gradient(layer: index, rows, targets)
      #expect(relativeDistance(try #require(layer.kernel).values, expected.kernel) < 2e-5)
      #expect(relativeDistance(try #require(layer.bias).values, expected.bias) < 2e-5)
    }
    let loss = try trainer.trainEpoch().loss
    #expect(abs(loss - reference.meanLoss(rows, targets)) <= 2e-6 * max(abs(loss), 0.1))
  }

  @Test("A loss stays a number, or tells that the outputs are none.")
  func extremes() throws {
    func loss(_ loss: any Loss, of output: Float, target: Float, _ activation: any Activation) throws
      -> Double
    {
      let data = LabeledSamples(
        samples: Samples(shape: [1], count: 1, storage: .floats([output])),
        targets: .numbers([target], width: 1))
      let model = try Fixture.model([1], [ActivationLayer(activation)])
      return try TrainedModel(model: model, weights: Weights(layers: []))
        .evaluate(data, loss: loss, metrics: []).loss
    }
    #expect(try loss(LogCosh(), of: 1e6, target: 0, Linear()) == Double(Float(1e6 - 0.6931472)))
    #expect(try loss(LogCosh(), of: -1e6, target: 0, Linear()) == Double(Float(1e6 - 0.6931472)))
    #expect(try loss(Poisson(), of: 0, target: 2, Relu()).isFinite)
    #expect(try loss(BinaryFocalCrossentropy(), of: 1000, target: 0, Sigmoid()) > 15.9)
    #expect(try loss(BinaryFocalCrossentropy(), of: 1000, target: 1, Sigmoid()) == 0)
    for each: any Loss in [Hinge(), SquaredHinge(), Huber(), MeanSquaredLogarithmicError(), LogCosh()] {
      #expect(throws: TrainingProblem.lossNotFinite) { try loss(each, of: .nan, target: 0, Linear()) }
    }
  }
}
