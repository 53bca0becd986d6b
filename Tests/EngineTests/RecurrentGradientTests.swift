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
      settings.bias = WeightSettings(RandomUniform(minimum: -0.5, maximum: 0.5))
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
    let model = try Model(
      inputShape: [4, 3],
      layers: [
        TimeDistributed(Dense(units: 7)), example.layer(units: 5), Flatten(),
        Dense(units: 3, activation: Softmax()),
      ])
    try checkSlopes(of: model)
  }

  struct Network: CustomTestStringConvertible {
    let testDescription: String
    let inputShape: [Int]
    let layers: [any Layer]
  }

  static let networks: [Network] = {
    var sequences = RecurrentSettings(units: 5)
    sequences.returnsSequences = true
    let last = RecurrentSettings(units: 4)
    var functions = GateFunctions()
    functions.activation = Gelu()
    functions.recurrent = Tanh()
    let merges = BranchMerge.allCases.map { merge in
      Network(
        testDescription: "bidirectional, \(merge)", inputShape: [4, 3],
        layers: [Bidirectional(LSTM(sequences), merge: merge), Bidirectional(GRU(last), merge: merge)])
    }
    return merges + [
      Network(
        testDescription: "other activations", inputShape: [4, 3],
        layers: [
          LSTM(sequences, functions: functions), GRU(last, functions: functions),
        ]),
      Network(
        testDescription: "time_distributed", inputShape: [4, 3, 2],
        layers: [
          TimeDistributed(Bidirectional(SimpleRNN(sequences))), TimeDistributed(Flatten()), LSTM(last),
        ]),
      Network(
        testDescription: "residual", inputShape: [6],
        layers: [
          Dense(units: 5, activation: Tanh()),
          Residual(
            [Dense(units: 4, activation: Tanh()), Residual([Dense(units: 4)])], shortcut: [Dense(units: 4)]),
          Residual([Dense(units: 4, activation: Gelu())]),
        ]),
      Network(
        testDescription: "parallel", inputShape: [6],
        layers: [
          Dense(units: 5, activation: Tanh()),
          Parallel([[Dense(units: 4, activation: Tanh())], [], [Dense(units: 2), Dense(units: 3)]]),
          Parallel([[Dense(units: 4)], [Dense(units: 4, activation: Tanh())]], merge: .average),
          Parallel([[Dense(units: 4)], []], merge: .add),
        ]),
      Network(
        testDescription: "embedding", inputShape: [12],
        layers: [Embedding(inputs: 9, outputs: 40), SimpleRNN(last)]),
    ]
  }()

  @Test("Layers that hold layers and embeddings have the gradients of the loss.", arguments: networks)
  func nested(_ network: Network) throws {
    try checkSlopes(
      of: Model(
        inputShape: network.inputShape, layers: network.layers + [Dense(units: 3, activation: Softmax())]))
  }

  /// Checks that the loss falls, along the gradient of each array, as fast as the gradient is long.
  private func checkSlopes(of model: Model) throws {
    let shape = model.inputShape
    let words = RandomStream(seed: 4, purpose: .dataset).words(6 * shape.reduce(1, *))
    let data = LabeledSamples(
      samples: Samples(
        shape: shape, count: 6,
        storage: .floats(words.map { shape.count == 1 ? Float($0 % 9) : Float(unit: $0) * 2 - 1 })),
      targets: .classes([0, 1, 2, 0, 2, 1], names: ["a", "b", "c"]))
    // Large weights, so that slopes stand out from the rounding of losses.
    let start = Weights(
      layers: model.initialWeights(seed: 0).layers.enumerated().map { layer, own in
        LayerWeights(
          name: own.name,
          variables: own.variables.enumerated().map { index, variable in
            let stream = RandomStream(seed: 8, purpose: .initialization, layer: layer * 16 + index)
            return Variable(
              name: variable.name, shape: variable.shape,
              values: stream.words(variable.values.count).map { Float(unit: $0) * 2.4 - 1.2 })
          })
      })
    let trainer = try Trainer(
      model: model, options: TrainingOptions(batchSize: 6), training: data, validation: nil,
      resuming: TrainingState(epoch: 0, iteration: 0, weights: start, optimizerState: []))
    let weights = trainer.weights
    let gradient = trainer.gradient(of: (0..<6).map(\.self))
    for (layer, own) in gradient.layers.enumerated() {
      for (array, slopes) in own.variables.enumerated() {
        let length = slopes.values.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
        #expect(length > 2e-3, "\(own.name) \(slopes.name)")
        func loss(_ distance: Double) throws -> Double {
          var layers = weights.layers
          var variables = layers[layer].variables
          variables[array] = Variable(
            name: slopes.name, shape: slopes.shape,
            values: zip(variables[array].values, slopes.values).map { $0 + Float(distance / length) * $1 })
          layers[layer] = LayerWeights(name: own.name, variables: variables)
          return try TrainedModel(model: model, weights: Weights(layers: layers))
            .evaluate(data, loss: CategoricalCrossentropy(), metrics: []).loss
        }
        let slope = (try loss(0.01) - (try loss(-0.01))) / 0.02
        #expect(abs(slope / length - 1) < 0.02, "\(own.name) \(slopes.name)")
      }
    }
  }
}
