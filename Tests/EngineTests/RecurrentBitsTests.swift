import Engine
import Testing

@Suite struct RecurrentBitsTests {
  struct Fit: CustomTestStringConvertible {
    let name: String
    let layers: [any Layer]
    var tokens: UInt32 = 0
    var testDescription: String { name }

    func trainer(
      threads: Int = 1, on instructionSet: InstructionSet = .standard, resuming state: TrainingState? = nil
    ) throws -> Trainer {
      let shape = tokens > 0 ? [12] : [12, 20]
      let words = RandomStream(seed: 5, purpose: .dataset).words(99 * shape.reduce(1, *))
      let numbers = words.map { tokens > 0 ? Float($0 % tokens) : Float(unit: $0) }
      let labels = RandomStream(seed: 5, purpose: .dataset, layer: 1).words(99).map { Int32($0 % 3) }
      var options = TrainingOptions(
        optimizer: Adam(learningRate: 0.01), epochs: 2, batchSize: 60, threads: threads)
      options.instructionSet = instructionSet
      return try Trainer(
        model: Model(inputShape: shape, layers: layers + [Dense(units: 3, activation: Softmax())]),
        options: options,
        training: LabeledSamples(
          samples: Samples(shape: shape, count: 99, storage: .floats(numbers)),
          targets: .classes(labels, names: ["a", "b", "c"])),
        validation: nil, resuming: state)
    }

    func digest(threads: Int = 1, on instructionSet: InstructionSet = .standard) throws -> String {
      let trainer = try trainer(threads: threads, on: instructionSet)
      for _ in 0..<2 { _ = try trainer.trainEpoch() }
      return trainer.weights.digest
    }
  }

  static let fits: [Fit] = {
    var sequences = RecurrentSettings(units: 35)
    sequences.returnsSequences = true
    let last = RecurrentSettings(units: 17)
    var functions = GateFunctions()
    functions.activation = Gelu()
    return [
      Fit(name: "simple_rnn", layers: [SimpleRNN(sequences), SimpleRNN(last, activation: Relu())]),
      Fit(name: "lstm", layers: [LSTM(sequences), LSTM(last)]),
      Fit(name: "gru", layers: [GRU(sequences), GRU(last)]),
      Fit(name: "reset first", layers: [GRU(sequences, resetsAfter: false), GRU(last, resetsAfter: false)]),
      Fit(
        name: "other activations",
        layers: [LSTM(sequences, functions: functions), GRU(last, functions: functions)]),
      Fit(
        name: "bidirectional",
        layers: [Bidirectional(GRU(sequences)), Bidirectional(LSTM(last), merge: .mul)]),
      Fit(
        name: "time_distributed",
        layers: [TimeDistributed(Dense(units: 33, activation: Tanh())), SimpleRNN(last)]),
      Fit(name: "embedding", layers: [Embedding(inputs: 50, outputs: 40), LSTM(last)], tokens: 50),
    ]
  }()

  @Test("Weights have the same bits for every count of threads and every instruction set.", arguments: fits)
  func sameBits(_ fit: Fit) throws {
    let digests =
      try [1, 2, 8].map { try fit.digest(threads: $0) }
      + InstructionSet.supported.map { try fit.digest(threads: 2, on: $0) }
    #expect(Set(digests).count == 1, "\(digests)")
  }

  @Test("Training that stops and goes on gives the same bits as training without a stop.", arguments: fits)
  func resumes(_ fit: Fit) throws {
    let whole = try fit.trainer()
    let first = try fit.trainer()
    _ = try first.trainEpoch()
    let second = try fit.trainer(resuming: first.state)
    for _ in 0..<2 { _ = try whole.trainEpoch() }
    _ = try second.trainEpoch()
    #expect(second.state == whole.state)
  }

  /// A digest changes only together with `Engine.numericsVersion`.
  @Test("Weights have the bits that this version of the engine has always given.")
  func committedDigests() throws {
    #expect(Engine.numericsVersion == 1)
    let digests = try Self.fits.map { try $0.digest().prefix(16) }
    #expect(digests == Self.digests, "\(digests)")
  }

  private static let digests: [Substring] = [
    "b6d53350aabaa8e6", "9e66c238cfb86f70", "878959e887e10078", "fdcccb5e4c0f4e8c", "9e1cc0b73ba44208",
    "c8ab2f68b8b599c3", "fbced8ae89e76e94", "5c5196ceb6808e37",
  ]
}
