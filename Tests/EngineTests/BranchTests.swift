import Engine
import Options
import Testing

@Suite struct BranchTests {
  private func problem(_ shape: [Int], _ layers: any Layer...) -> ModelProblem? {
    #expect(throws: ModelFailure.self) { try Model(inputShape: shape, layers: layers) }?.problem
  }

  private func read(_ layer: OptionValue) -> (layer: (any Layer)?, mistakes: Int) {
    var findings = OptionFindings()
    let reading = OptionKind.member(of: Layers.catalogue).read(layer, "layers", &findings)
    return (reading?.value, findings.diagnostics.count)
  }

  @Test("Outputs that cannot be merged are refused with both shapes.")
  func shapes() {
    #expect(
      problem([20], Residual([Dense(units: 9)]))
        == .branchesDiffer(layer: "residual", [20], [9], merging: "added"))
    #expect(
      problem([20], Parallel([[Dense(units: 9)], [Dense(units: 8)]], merge: .average))
        == .branchesDiffer(layer: "parallel", [9], [8], merging: "averaged"))
    #expect(
      problem([4, 5], Parallel([[], [Flatten()]]))
        == .branchesDiffer(layer: "parallel", [4, 5], [20], merging: "put side by side"))
    #expect(problem([4, 5], Residual([Dense(units: 9)])) == .denseNeedsFlatInput([4, 5]))
    #expect(
      problem([20], Parallel([[Dense(units: 65536)], []]), Dense(units: 65536))
        == .tooManyParameters(limit: 1 << 28))
  }

  @Test("Branches that double the numbers again and again are refused before any size overflows.")
  func sizes() throws {
    let doubling = Parallel([[], []])
    let layers = [any Layer](repeating: doubling, count: 80)
    let failure = #expect(throws: ModelFailure.self) { try Model(inputShape: [3], layers: layers) }
    #expect(failure?.problem == .mergedTooLarge(layer: "parallel", limit: 1 << 28))
    #expect(failure?.layer == 26)
    #expect(problem([3], Residual(layers, shortcut: layers)) == failure?.problem)
    let model = try Model(inputShape: [3], layers: Array(layers.prefix(26)))
    #expect(model.memory(rows: .max, isTraining: true).batch > 1e25)
  }

  @Test("Layers hold layers to a depth of eight, and a thousand in all.")
  func limits() throws {
    var layer: any Layer = Dense(units: 3)
    for _ in 0..<8 { layer = Residual([layer]) }
    #expect(try Model(inputShape: [3], layers: [layer]).parameterCount == 12)
    #expect(problem([3], Residual([layer])) == .nestedTooDeeply(limit: 8))
    for _ in 0..<100 { layer = Parallel([[layer]]) }
    #expect(problem([3], layer) == .nestedTooDeeply(limit: 8))
    let many = [any Layer](repeating: ActivationLayer(Relu()), count: 500)
    #expect(try Model(inputShape: [3], layers: [Parallel([many, many])]).parameterCount == 0)
    #expect(
      problem([3], Residual(many + [Parallel([many])])) == .tooManyInnerLayers(limit: 1000))
  }

  @Test("An embedding stands at the start of a branch.")
  func tokens() throws {
    let embedding = Embedding(inputs: 9, outputs: 2)
    let model = try Model(
      inputShape: [3], layers: [Parallel([[embedding], [Embedding(inputs: 7, outputs: 4)]])])
    #expect(model.readsTokens && model.outputShape == [3, 6])
    #expect(problem([3], Parallel([[Dense(units: 3), embedding]])) == .embeddingNeedsTokens)
    #expect(problem([3], Dense(units: 3), Parallel([[embedding]])) == .embeddingNeedsTokens)
  }

  @Test("Layers within layers are read from options, and mistakes in them are found.")
  func options() throws {
    let dense: OptionValue = ["dense": ["units": 3]]
    #expect(read(["residual": ["layers": [dense, "flatten"]]]).mistakes == 0)
    let parallel = read([
      "parallel": ["branches": [[dense, dense], OptionValue(.list([]))], "merge": "add"]
    ])
    #expect(parallel.mistakes == 0)
    let model = try Model(inputShape: [3], layers: [try #require(parallel.layer)])
    #expect(
      model.arrayShapes.map(\.name) == [
        "parallel/0/dense/kernel", "parallel/0/dense/bias", "parallel/0/dense_1/kernel",
        "parallel/0/dense_1/bias",
      ])
    #expect(read(["residual": ["layers": OptionValue(.list([]))]]).mistakes == 1)
    #expect(read("parallel").mistakes == 1)
    let misspelt: OptionValue = ["residual": ["layers": [["dense": ["unit": 3]]]]]
    #expect(read(["parallel": ["branches": [[misspelt]]]]).mistakes > 0)
  }

  @Test("Branches are counted as what they hold.")
  func memory() throws {
    let model = try Model(
      inputShape: [20],
      layers: [Dense(units: 9), Residual([Dense(units: 9)]), Parallel([[], [Dense(units: 40)]])])
    let memory = model.memory(rows: 8, isTraining: true)
    // The kernels 20 × 16, 9 × 16 and 9 × 64 and their biases, with gradients, and the last two kernels turned.
    let arrays = 20 * 16 + 16 + 9 * 16 + 16 + 9 * 64 + 64
    #expect(memory.weights == Double((arrays * 2 + 9 * 16 + 40 * 16) * 4))
    // The inputs in one panel of 32; five signals of 9, 9, 9, 40 and 49 numbers with their gradients; and a gradient of
    // the input for the second branch of each.
    let signals = 2 * (16 + 16 + 16 + 64 + 64) + 16 + 16
    #expect(memory.batch == Double(8 * (32 + signals) * 4))
  }

  @Test("Inputs of which most are zero are read as lists, with the same bits.")
  func sparse() throws {
    let data = Fixture.classes(40, width: 300, classes: 3, zeros: 0.9)
    func digest(_ asLists: Bool) throws -> String {
      let layers: [any Layer] = [
        Parallel([[Dense(units: 5)], [Flatten(), Dense(units: 40)]]), Dense(units: 3, activation: Softmax()),
      ]
      var options = TrainingOptions(epochs: 2, batchSize: 16)
      options.allowsSparseInputs = asLists
      let trainer = try Trainer(
        model: Model(inputShape: [300], layers: layers), options: options, training: data, validation: nil)
      for _ in 0..<2 { try trainer.trainEpoch() }
      return trainer.weights.digest
    }
    #expect(try digest(true) == digest(false))
  }

  @Test("Each layer that drops has random numbers of its own, within branches and beside them.")
  func randomNumbers() throws {
    let dropout = Dropout(rate: 0.5)
    let twice = Parallel([[dropout], [dropout]])
    let width = 64
    func model(_ layers: any Layer...) throws -> Model {
      try Model(inputShape: [width], layers: layers + [Dense(units: 1)])
    }
    let masks =
      try self.masks(model(Parallel([[dropout], [twice], [Parallel([[], [dropout]])], [dropout]])), width)
      .enumerated().filter { $0.offset != 3 }.map(\.element)
      + self.masks(model(Flatten(), twice), width) + self.masks(model(dropout), width)
      + self.masks(model(Flatten(), dropout), width)
    // The first layer's key is its index, and those of the others are apart from all indices.
    #expect(masks.count == 9)
    #expect(masks.allSatisfy { (16...48).contains($0.count { $0 }) })
    #expect(Set(masks).count == 9)
    let again = try self.masks(model(Parallel([[dropout], [dropout]]), ActivationLayer(Relu())), width)
    #expect(again[0] == masks[0], "what stands behind changes no layer's numbers")
  }

  /// The places that each dropout layer lets through, from the gradient of a sample of ones by the last kernel.
  private func masks(_ model: Model, _ width: Int) throws -> [[Bool]] {
    let ones = LabeledSamples(
      samples: Samples(shape: [width], count: 1, storage: .floats(Array(repeating: 1, count: width))),
      targets: .numbers([1000], width: 1))
    let trainer = try Trainer(
      model: model, options: TrainingOptions(loss: MeanSquaredError(), batchSize: 1), training: ones,
      validation: nil)
    let kernel = try #require(trainer.gradient(of: [0]).layers.last?.kernel).values.map { $0 != 0 }
    return stride(from: 0, to: kernel.count, by: width).map { Array(kernel[$0..<$0 + width]) }
  }

  @Test("A training that goes on from a state has the bits of one that never stopped.")
  func resuming() throws {
    let data = Fixture.classes(40, width: 20, classes: 3)
    let model = try Model(
      inputShape: [20],
      layers: [
        Dense(units: 9), Residual([Dropout(rate: 0.3), Dense(units: 9)]),
        Dense(units: 3, activation: Softmax()),
      ])
    let options = TrainingOptions(optimizer: Adam(learningRate: 0.01), epochs: 2, batchSize: 16)
    func trainer(_ state: TrainingState? = nil) throws -> Trainer {
      try Trainer(model: model, options: options, training: data, validation: nil, resuming: state)
    }
    let whole = try trainer()
    try whole.trainEpoch()
    let resumed = try trainer(whole.state)
    try whole.trainEpoch()
    try resumed.trainEpoch()
    #expect(whole.weights.digest == resumed.weights.digest)
    #expect(whole.weights.digest.prefix(16) == "4b3ee9da15b22140", "new bits")
  }
}
