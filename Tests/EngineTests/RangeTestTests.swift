import Engine
import Foundation
import Options
import Testing

@Suite struct RangeTestTests {
  private let range = LearningRateRange(from: 1e-3, to: 1000, steps: 30)

  /// A test whose smoothed losses are the given ones, up to rounding.
  private func test(_ smoothed: [Double], steps: Int) -> RangeTest {
    var test = RangeTest(LearningRateRange(from: 1e-3, to: 1, steps: steps))
    var before = 0.0
    for (index, value) in smoothed.enumerated() {
      let average = value * (1 - pow(0.98, Double(index + 1)))
      _ = test.add((average - 0.98 * before) / 0.02)
      before = average
    }
    return test
  }

  @Test("The rates rise by the same factor, from the first toward the last.")
  func rates() {
    for step in 0...30 {
      let expected = 1e-3 * pow(1e6, Double(step) / 30)
      #expect(abs(range.rate(atStep: step) - expected) <= 1e-13 * expected, "step \(step)")
    }
    #expect(range.rate(atStep: 0) == 1e-3)
  }

  @Test("Losses are smoothed as an exponential mean without the bias of its beginning.")
  func smoothing() {
    let losses = (0..<30).map { 2 + Foundation.sin(Double($0)) }
    var test = RangeTest(range)
    let goesOn = losses.map { test.add($0) }
    #expect(goesOn == Array(repeating: true, count: 29) + [false])
    for (index, smoothed) in test.smoothedLosses.enumerated() {
      // The weights 0.98^k of the losses up to here, with a sum of one.
      let weights = (0...index).map { pow(0.98, Double(index - $0)) }
      let sum = zip(weights, losses).reduce(0.0) { $0 + $1.0 * $1.1 }
      let expected: Double = sum / weights.reduce(0, +)
      #expect(abs(smoothed - expected) < 1e-12, "step \(index)")
    }
    #expect(!test.endedEarly)
  }

  @Test("It ends once the smoothed loss is above four times its lowest, or a loss is no number.")
  func end() {
    /// Returns whether the test goes on after each of some losses, and the smoothed losses.
    func course(_ losses: [Double]) -> (goesOn: [Bool], test: RangeTest) {
      var test = RangeTest(range)
      return (losses.map { test.add($0) }, test)
    }
    // The third smoothed loss is above four times the first, the second is not.
    let (growing, grown) = course([1, 6.9, 13])
    #expect(growing == [true, true, false])
    #expect(grown.smoothedLosses.count == 3 && grown.endedEarly)
    let (breaking, broken) = course([1, .nan])
    #expect(breaking == [true, false])
    #expect(broken.smoothedLosses == [1] && broken.endedEarly)
    #expect(course([.infinity]).goesOn == [false])
    // Four times a negative loss is no bound.
    #expect(course([-1, -0.5]).goesOn == [true, true])
  }

  @Test(
    "The suggestions are those of fastai's formulas.",
    arguments: [
      // The first two and the last five steps do not count. Of the valley 9 8 7 5 4 3 the step is the third.
      ([0.1, 0.1, 9, 8, 7, 5, 4, 3, 9, 9, 9, 9, 9], 20, 4, 4, 7),
      // Rises within a valley do not end it, and its steps need not be next to each other.
      ([9, 9, 9, 8, 8.5, 7, 7.5, 6, 3, 9, 1, 1, 1, 1, 1], 20, 4, 7, 8),
      // Of two valleys that are equally long, the first to end.
      ([5, 5, 5, 4, 5.5, 4.2, 0, 0, 0, 0, 0], 20, 2, 4, 3),
      // A valley over all steps begins before the first of them.
      ([9, 9, 9, 8, 6.5, 0, 0, 0, 0, 0], 20, 2, 3, 4),
      ([9, 9, 9, 8, 0, 0, 0, 0, 0], 20, 2, 2, 3),
    ] as [([Double], Int, Int, Int, Int)])
  func suggestions(_ losses: [Double], steps: Int, valley: Int, steepest: Int, lowest: Int) throws {
    let test = test(losses.map { $0 + 10 }, steps: steps)
    #expect(test.smoothedLosses.count == losses.count)
    let found = try #require(test.suggestions)
    #expect(found.valley == test.range.rate(atStep: valley))
    #expect(found.steepest == test.range.rate(atStep: steepest))
    #expect(found.minimum == test.range.rate(atStep: lowest) / 10)
  }

  @Test(
    "Nothing is suggested where the loss does not fall.",
    arguments: [
      [], [1, 2], [9, 9, 1, 2, 3, 0, 0, 0, 0, 0], [9, 9, 1, 0, 0, 0, 0, 0], [5, 4, 3, 2, 1, 0.5],
    ])
  func nothing(_ losses: [Double]) {
    #expect(test(losses.map { $0 + 10 }, steps: 20).suggestions == nil)
  }

  @Test(
    "Each loss is that of the batch before the step, on the batches of the fit, with the rates of the range.")
  func reference() throws {
    let data = Fixture.classes(11, width: 3, classes: 3, asBytes: false)
    let trainer = try trainer(data, batchSize: 4)
    var network = ReferenceNetwork(
      trainer.model.initialWeights(seed: 5), activations: ["tanh", "softmax"],
      loss: "categorical_crossentropy")
    let range = LearningRateRange(from: 0.01, to: 2, steps: 10)
    let test = try trainer.testRange(range)
    let (rows, targets) = (Fixture.rows(data.samples), Fixture.targets(data))
    var expected = RangeTest(range)
    for step in 0..<10 {
      let order = RandomStream(seed: 5, purpose: .shuffle, epoch: step / 3).permutation(11)
      let batch = order[(step % 3 * 4)..<min(11, step % 3 * 4 + 4)].map(Int.init)
      let (inputs, answers) = (batch.map { rows[$0] }, batch.map { targets[$0] })
      _ = expected.add(network.meanLoss(inputs, answers))
      network.descend(inputs, answers, rate: 0.01 * pow(200, Double(step) / 10))
    }
    #expect(test.smoothedLosses.count == 10)
    for (loss, expected) in zip(test.smoothedLosses, expected.smoothedLosses) {
      #expect(abs(loss - expected) < 1e-5 * expected)
    }
    #expect(test.smoothedLosses.last != test.smoothedLosses.first)
  }

  @Test("Its bits are the same on any number of threads and every instruction set.")
  func sameBits() throws {
    let data = Fixture.classes(60, width: 20, classes: 3)
    let range = LearningRateRange(from: 1e-4, to: 1, steps: 25)
    let whole = try trainer(data, batchSize: 16).testRange(range)
    for threads in [2, 8] {
      #expect(try trainer(data, batchSize: 16, threads: threads).testRange(range) == whole)
    }
    for set in InstructionSet.supported {
      #expect(try trainer(data, batchSize: 16, on: set).testRange(range) == whole)
    }
  }

  @Test("A loss that is no number before the first step ends it with the reason, and progress may end it.")
  func failures() throws {
    let huge = LabeledSamples(
      samples: Samples(shape: [3], count: 4, storage: .floats(Array(repeating: .infinity, count: 12))),
      targets: .classes([0, 1, 2, 0], names: ["a", "b", "c"]))
    let problem = #expect(throws: TrainingProblem.self) { try trainer(huge, batchSize: 4).testRange(range) }
    guard case .diverged(let divergence) = problem else {
      Issue.record("\(String(describing: problem))")
      return
    }
    #expect(divergence.moment == .step(1) && !divergence.followsAStep)
    struct Enough: Error {}
    var shares: [Double] = []
    #expect(throws: Enough.self) {
      _ = try trainer(Fixture.classes(11, width: 3, classes: 3), batchSize: 4).testRange(range) { share in
        shares.append(share)
        if share >= 0.1 { throw Enough() }
      }
    }
    #expect(shares == (0...3).map { Double($0) / 30 })
  }

  private func trainer(
    _ data: LabeledSamples, batchSize: Int, threads: Int = 1, on set: InstructionSet = .standard
  ) throws -> Trainer {
    var options = TrainingOptions(batchSize: batchSize, seed: 5, threads: threads)
    options.workPerThread = 1
    options.instructionSet = set
    return try Trainer(
      model: Fixture.dense(data.samples.width, [(5, Tanh()), (3, Softmax())]), options: options,
      training: data,
      validation: nil)
  }
}
