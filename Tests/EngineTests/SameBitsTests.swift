import Engine
import Testing

@Suite struct SameBitsTests {
  struct Fit: CustomTestStringConvertible {
    var units: [Int]
    var activation: any Activation = Relu()
    var batch: Int
    var count = 99
    var zeros = 0.7
    var width = 35
    var optimizer: any Optimizer = StochasticGradientDescent(learningRate: 0.1)
    var testDescription: String {
      "\(units) \(type(of: activation).name), batch \(batch), \(count) samples, \(zeros) zero, \(optimizer)"
    }

    func digest(
      threads: Int = 1, on instructionSet: InstructionSet = .standard, asBytes: Bool = true,
      asLists: Bool = true
    ) throws -> String {
      let data = Fixture.classes(count, width: width, classes: 5, zeros: zeros, asBytes: asBytes)
      let model = try Fixture.dense(width, units.map { ($0, activation) } + [(5, Softmax())])
      var options = TrainingOptions(optimizer: optimizer, batchSize: batch, threads: threads)
      options.instructionSet = instructionSet
      options.allowsSparseInputs = asLists
      options.workPerThread = 1
      let trainer = try Trainer(model: model, options: options, training: data, validation: nil)
      _ = try trainer.trainEpoch()
      return trainer.weights.digest
    }
  }

  static let fits: [Fit] = {
    let momentum = StochasticGradientDescent(learningRate: 0.1, momentum: 0.9)
    let nesterov = StochasticGradientDescent(learningRate: 0.1, momentum: 0.9, nesterov: true)
    return [1, 7, 30, 31, 33].map { Fit(units: [$0, $0], batch: 50) }
      + [1, 50, 97].map { Fit(units: [17, 30], activation: Sigmoid(), batch: $0, count: 98) }
      + [Fit(units: [257], batch: 50, count: 51), Fit(units: [40, 20], activation: Tanh(), batch: 32)]
      + [Fit(units: [40, 20], activation: Gelu(), batch: 32)]
      + [Fit(units: [20, 9], activation: Softmax(), batch: 13, zeros: 0.1)]
      + [Fit(units: [33], batch: 20, optimizer: momentum), Fit(units: [33], batch: 20, optimizer: nesterov)]
      + [Fit(units: [33], batch: 20, optimizer: Adam())]
      // Large enough for products to be split among threads, with a second batch, whose biases are not zero.
      + [Fit(units: [257, 300], batch: 97, count: 195, width: 500)]
  }()

  /// A digest changes only together with `Engine.numericsVersion`.
  @Test("Weights have the bits that this version of the engine has always given.")
  func committedDigests() throws {
    #expect(Engine.numericsVersion == 1)
    let digests = try Self.fits.map { try $0.digest().prefix(16) }
    #expect(digests == Self.digests, "\(digests)")
  }

  private static let digests: [Substring] = [
    "bbb9c5201073b07f", "721e0efe479c42d9", "1be7a1cdd3756e1f", "a4f63dc166c64a06",
    "647a97697f9a47db", "6099212c2462feba", "9a10d39bbf3c9359", "68239e343f6f5a73",
    "5e5d636596d72808", "e917d7ed62dc63f1", "22bc97013a0df59c", "a7d5f98c88d13742",
    "ab2015dd4c3679d3", "f25f2e0f5708963f", "ce7987960bcbb9c9", "d911aa6db93cf219",
  ]

  @Test("Weights have the same bits on every instruction set.", arguments: fits)
  func instructionSets(_ fit: Fit) throws {
    let digests = try InstructionSet.supported.map { try fit.digest(on: $0) }
    #expect(Set(digests).count == 1, "\(digests)")
  }

  @Test("Weights have the same bits for every count of threads.", arguments: fits)
  func threads(_ fit: Fit) throws {
    let digests = try [1, 2, 8].map { try fit.digest(threads: $0) }
    #expect(Set(digests).count == 1, "\(digests)")
  }

  @Test(
    "Weights have the same bits whether samples are bytes or floats, and read whole or as lists of what is not zero.",
    arguments: fits)
  func storage(_ fit: Fit) throws {
    let digests = try [true, false].flatMap { asBytes in
      try [true, false].map { asLists in try fit.digest(asBytes: asBytes, asLists: asLists) }
    }
    #expect(Set(digests).count == 1, "\(digests)")
  }
}
