import Engine
import Options
import Testing

/// The same bits from every optimizer, whatever carries out its steps.
@Suite struct OptimizerBitsTests {
  struct Example: CustomTestStringConvertible {
    let written: OptionValue
    var testDescription: String { "\(written)" }

    func optimizer() throws -> any Optimizer {
      let (optimizer, messages) = Optimizers.catalogue.read(written)
      #expect(messages.isEmpty)
      return try #require(optimizer)
    }

    func trainer(
      threads: Int = 1, on instructionSet: InstructionSet = .standard, resuming state: TrainingState? = nil
    ) throws -> Trainer {
      let data = Fixture.classes(99, width: 35, classes: 5, zeros: 0.7)
      let model = try Fixture.dense(35, [(33, Relu()), (5, Softmax())])
      var options = TrainingOptions(optimizer: try optimizer(), epochs: 3, batchSize: 20, threads: threads)
      options.instructionSet = instructionSet
      return try Trainer(model: model, options: options, training: data, validation: nil, resuming: state)
    }

    func digest(threads: Int = 1, on instructionSet: InstructionSet = .standard) throws -> String {
      let trainer = try trainer(threads: threads, on: instructionSet)
      for _ in 0..<3 { try trainer.trainEpoch() }
      return trainer.weights.digest
    }
  }

  static let examples: [Example] = [
    ["adam": ["amsgrad": true]], "adamw", "rmsprop",
    ["rmsprop": ["centered": true, "momentum": 0.9]], "nadam", "adamax", ["adagrad": 0.1], ["adadelta": 1],
    "lion", ["sgd": ["clipnorm": 0.1]], ["sgd": ["global_clipnorm": 0.1, "weight_decay": 0.1]],
    ["adam": ["clipvalue": 0.01]],
    [
      "sgd": [
        "learning_rate": [
          "exponential_decay": ["initial_learning_rate": 0.1, "decay_rate": 0.7, "decay_epochs": 1]
        ]
      ]
    ],
    ["adamw": ["learning_rate": ["one_cycle": 0.01]]],
    [
      "nadam": [
        "learning_rate": ["cosine_decay_restarts": ["initial_learning_rate": 0.01, "first_decay_steps": 4]]
      ]
    ],
  ].map { Example(written: $0) }

  /// A digest changes only together with `Engine.numericsVersion`.
  @Test("Weights have the bits that this version of the engine has always given.")
  func committedDigests() throws {
    #expect(Engine.numericsVersion == 1)
    let digests = try Self.examples.map { try $0.digest().prefix(16) }
    #expect(digests == Self.digests, "\(digests)")
  }

  private static let digests: [Substring] = [
    "ef2b087235c35072", "dd9a9f7b707f20b7", "3d1377f05b0f99d6", "3e2f547de818e616",
    "cc6de0eba292f033", "0a39a52452888a99", "cacceaef70ebbebf", "781eaaf94b8e7ea0",
    "8fb7315260c3cadd", "4b98d6f0797d336b", "6505d9a8d53ab46b", "2069c204e0b8366b",
    "fe73ea99f97324a7", "5e44299bf5f69189", "62cec4014718891d",
  ]

  @Test("Weights have the same bits on every instruction set.", arguments: examples)
  func instructionSets(_ example: Example) throws {
    let digests = try InstructionSet.supported.map { try example.digest(on: $0) }
    #expect(Set(digests).count == 1, "\(digests)")
  }

  @Test("Weights have the same bits for every count of threads.", arguments: examples)
  func threads(_ example: Example) throws {
    let digests = try [1, 2, 8].map { try example.digest(threads: $0) }
    #expect(Set(digests).count == 1, "\(digests)")
  }

  @Test(
    "Training that stops and goes on gives the same bits, from as much state as is declared.",
    arguments: examples)
  func resumes(_ example: Example) throws {
    let first = try example.trainer()
    try first.trainEpoch()
    let second = try example.trainer(resuming: first.state)
    for _ in 0..<2 { try second.trainEpoch() }
    #expect(try second.weights.digest == example.digest())
    let count = try example.optimizer().stateCount
    #expect(second.state.optimizerState.count == 4)
    #expect(second.state.optimizerState.allSatisfy { $0.count == count })
    #expect(second.state.optimizerState.flatMap(\.self).allSatisfy { $0.allSatisfy(\.isFinite) })
  }

  @Test(
    "Bounds that no gradient reaches change no bit.", arguments: ["clipnorm", "global_clipnorm", "clipvalue"])
  func looseBounds(_ bound: String) throws {
    let free = Example(written: ["sgd": ["learning_rate": 0.1]])
    let bounded = Example(written: [
      "sgd": OptionValue(
        .mapping([.init("learning_rate", 0.1), .init(bound, 1000)]))
    ])
    let tight = Example(written: [
      "sgd": OptionValue(
        .mapping([.init("learning_rate", 0.1), .init(bound, 0.001)]))
    ])
    #expect(try bounded.digest() == free.digest())
    #expect(try tight.digest() != free.digest())
  }
}
