import Engine
import Testing

@Suite struct RecurrentGradientTests {
  struct Case: CustomTestStringConvertible {
    let kind: ReferenceRecurrence.Kind
    let returnsSequences: Bool
    let goesBackwards: Bool
    var testDescription: String { "\(kind), sequences \(returnsSequences), backwards \(goesBackwards)" }

    func layer(units: Int) -> any RecurrentLayer {
      var settings = RecurrentSettings(units: units)
      settings.returnsSequences = returnsSequences
      settings.goesBackwards = goesBackwards
      settings.biasInitializer = RandomUniform(minimum: -0.5, maximum: 0.5)
      return switch kind {
      case .simple: SimpleRNN(settings)
      case .lstm: LSTM(settings, hasForgetBias: false)
      case .gru: GRU(settings)
      case .resetFirst: GRU(settings, resetsAfter: false)
      }
    }
  }

  static let cases = ReferenceRecurrence.Kind.allCases.flatMap { kind in
    [true, false].flatMap { sequences in
      [true, false].map { Case(kind: kind, returnsSequences: sequences, goesBackwards: $0) }
    }
  }

  @Test("Gradients through time agree with finite differences in Double.", arguments: cases)
  func finiteDifferences(_ example: Case) throws {
    let (steps, features, units, count) = (4, 3, 5, 6)
    let data = Fixture.classes(count, width: steps * features, classes: 3, zeros: 0.1, asBytes: false)
    let samples = Samples(shape: [steps, features], count: count, storage: data.samples.storage)
    let model = try Model(
      inputShape: [steps, features],
      layers: [example.layer(units: units), Flatten(), Dense(units: 3, activation: Softmax())])
    let trainer = try Trainer(
      model: model, options: TrainingOptions(batchSize: count),
      training: LabeledSamples(samples: samples, targets: data.targets), validation: nil)
    let reference = ReferenceRecurrence(
      kind: example.kind, units: units, returnsSequences: example.returnsSequences,
      goesBackwards: example.goesBackwards, arrays: trainer.weights.arrays.map { $0.values.map(Double.init) })
    let lists = Fixture.rows(samples).map { row in
      stride(from: 0, to: row.count, by: features).map { Array(row[$0..<$0 + features]) }
    }
    guard case .classes(let labels, _) = data.targets else { return }
    let gradient = trainer.gradient(of: (0..<Int32(count)).map(\.self)).arrays
    for (index, array) in gradient.enumerated() {
      let expected = reference.gradient(ofArray: index, lists, labels.map(Int.init))
      #expect(relativeDistance(array.values, expected) < 2e-5, "\(array.name)")
    }
  }

  @Test("The gradient of the inputs reaches the layers below, whichever way the steps go.", arguments: cases)
  func below(_ example: Case) throws {
    // Each step through a dense layer of its own weights below: moving them down the gradient lowers the loss by its
    // square.
    let data = Fixture.classes(6, width: 12, classes: 3, zeros: 0.1, asBytes: false)
    let model = try Model(
      inputShape: [4, 3],
      layers: [
        TimeDistributed(Dense(units: 7)), example.layer(units: 5), Flatten(),
        Dense(units: 3, activation: Softmax()),
      ])
    let labeled = LabeledSamples(
      samples: Samples(shape: [4, 3], count: 6, storage: data.samples.storage), targets: data.targets)
    let trainer = try Trainer(
      model: model, options: TrainingOptions(batchSize: 6), training: labeled, validation: nil)
    let gradient = trainer.gradient(of: (0..<6).map(\.self)).layers[0]
    var square = 0.0
    for variable in gradient.variables {
      square += variable.values.reduce(0) { $0 + Double($1) * Double($1) }
    }
    let step = 0.01 / square.squareRoot()
    func loss(_ scale: Double) throws -> Double {
      var layers = trainer.weights.layers
      layers[0] = LayerWeights(
        name: layers[0].name,
        variables: zip(layers[0].variables, gradient.variables).map { weight, gradient in
          Variable(
            name: weight.name, shape: weight.shape,
            values: zip(weight.values, gradient.values).map { $0 - Float(scale * step) * $1 })
        })
      return try TrainedModel(model: model, weights: Weights(layers: layers)).evaluate(
        labeled, loss: CategoricalCrossentropy(), metrics: []
      ).loss
    }
    let slope = (try loss(-1) - (try loss(1))) / (2 * step)
    #expect(abs(slope / square - 1) < 0.01)
  }
}
