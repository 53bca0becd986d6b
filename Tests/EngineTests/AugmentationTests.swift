import Engine
import Options
import Testing

/// Images that are moved at random; `Tests/Golden/Engine/keras_augmentation.py` made the record.
@Suite struct AugmentationTests {
  static let golden =
    GoldenFile.read("keras_augmentation.json", as: KerasLayerTests.Golden.self)
    ?? KerasLayerTests.Golden(keras: "", seed: 0, cases: [])

  @Test("Images that are moved in a known way train a network as Keras's do.", arguments: golden.cases)
  func trajectory(_ example: KerasLayerTests.Case) throws {
    try example.checkTrajectory(seed: Self.golden.seed)
  }

  @Test("The record holds every way of moving, with every way of filling.")
  func isWhole() {
    let names = Self.golden.cases.map(\.name)
    for layer in ["random_translation", "random_rotation", "random_zoom"] {
      for mode in ["reflect", "wrap", "constant", "nearest"] { #expect(names.contains("\(layer), \(mode)")) }
    }
  }

  private func layer(_ name: String, _ options: OptionValue) throws -> any Layer {
    var findings = OptionFindings()
    let reading = OptionKind.member(of: Layers.catalogue).read([name: options], "layers", &findings)
    #expect(findings.diagnostics.isEmpty, "\(findings.diagnostics.map(\.message))")
    return try #require(reading).value
  }

  /// What layers make of an image of 1, 2, … in training, from the gradient of a dense kernel behind them.
  private func moved(_ shape: [Int], _ layers: [any Layer], seed: UInt64 = 0) throws -> [Float] {
    let width = shape.reduce(1, *)
    let image = LabeledSamples(
      samples: Samples(shape: shape, count: 1, storage: .floats((1...width).map { Float($0) })),
      targets: .numbers([0], width: 1))
    var options = TrainingOptions(loss: MeanSquaredError(), batchSize: 1)
    options.seed = seed
    let trainer = try Trainer(
      model: Model(inputShape: shape, layers: layers + [Flatten(), Dense(units: 1)]), options: options,
      training: image, validation: nil)
    let gradient = try #require(trainer.gradient(of: [0]).layers.last)
    let slope = try #require(gradient.bias).values[0]
    return try #require(gradient.kernel).values.map { $0 / slope }
  }

  private func expectEqual(_ one: [Float], _ other: [Float], _ tolerance: Float = 1e-5) {
    #expect(one.count == other.count)
    for (x, y) in zip(one, other) { #expect(abs(x - y) <= tolerance * max(1, abs(y)), "\(one)") }
  }

  @Test("Images stay as they are where nothing is to change.")
  func identity() throws {
    let zero: OptionValue = ["height_factor": 0, "width_factor": 0]
    for shape in [[3, 4], [3, 4, 1], [2, 3, 2]] {
      for layer in try [
        layer("random_translation", zero), layer("random_zoom", zero),
        layer("random_rotation", ["factor": 0]),
      ] {
        expectEqual(try moved(shape, [layer]), (1...12).map { Float($0) })
        // After another layer images have a row for each pixel.
        let padded = try moved(shape, [self.layer("zero_padding2d", ["padding": 0]), layer])
        expectEqual(padded, (1...12).map { Float($0) })
      }
    }
  }

  @Test("A quarter turn, a shift by whole pixels and a mirror move each number to its known place.")
  func knownMoves() throws {
    let turn = try layer("random_rotation", ["factor": [0.25, 0.25]])
    expectEqual(try moved([3, 3], [turn]), [3, 6, 9, 2, 5, 8, 1, 4, 7])
    let shift = try layer(
      "random_translation",
      [
        "height_factor": [0.5, 0.5], "width_factor": [-0.25, -0.25], "fill_mode": "constant", "fill_value": 9,
      ])
    expectEqual(try moved([2, 4], [shift]), [9, 9, 9, 9, 2, 3, 4, 9])
    let half = try layer("random_translation", ["height_factor": [0, 0], "width_factor": [0.125, 0.125]])
    expectEqual(try moved([1, 4], [half]), [1, 1.5, 2.5, 3.5])
    let expected: [String: [Float]] = [
      "horizontal": [3, 2, 1, 6, 5, 4], "vertical": [4, 5, 6, 1, 2, 3],
      "horizontal_and_vertical": [6, 5, 4, 3, 2, 1],
    ]
    for (mode, mirrored) in expected {
      let flip = try layer("random_flip", ["mode": OptionValue(.text(mode))])
      var kinds: Set<[Float]> = []
      for seed in 0..<12 {
        kinds.insert(try moved([2, 3], [flip], seed: UInt64(seed)).map { $0.rounded() })
      }
      #expect(kinds == [mirrored, [1, 2, 3, 4, 5, 6]])
    }
    let pixels = try layer("random_flip", ["mode": "horizontal"])
    let both = try (0..<12).map { try moved([1, 2, 3], [pixels], seed: $0).map { $0.rounded() } }
    #expect(Set(both) == [[1, 2, 3, 4, 5, 6], [4, 5, 6, 1, 2, 3]])
  }

  @Test("Half of the images are mirrored, and shifts, angles and sizes fill their ranges evenly.")
  func statistics() throws {
    let words = RandomStream(seed: 3, purpose: .layer, layer: 2, step: 5).words(40000)
    let draws = (0..<10000).map { RandomDraws(words: words[4 * $0], words[4 * $0 + 1]) }
    func check(_ numbers: [Double], _ range: ClosedRange<Double>) {
      let mean = numbers.reduce(0, +) / Double(numbers.count)
      let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(numbers.count)
      let length = range.upperBound - range.lowerBound
      #expect(numbers.allSatisfy { range.contains($0) })
      #expect(abs(mean - (range.lowerBound + range.upperBound) / 2) < 0.012 * length)
      #expect(abs(variance - length * length / 12) < 0.003 * length * length)
    }
    let translation = try #require(
      layer("random_translation", ["height_factor": 0.1, "width_factor": [0.3, -0.2]]) as? RandomTranslation)
    let shifts = draws.map { translation.transform(height: 50, width: 10, $0) }
    check(shifts.map { -$0.row.constant }, -5...5)
    check(shifts.map { -$0.column.constant }, -2...3)
    let products = shifts.reduce(0) { $0 + $1.row.constant * ($1.column.constant + 0.5) } / 10000
    #expect(abs(products) < 0.2, "both are drawn on their own")
    let rotation = try #require(layer("random_rotation", ["factor": 0.1]) as? RandomRotation)
    let sines = draws.map { rotation.transform(height: 3, width: 3, $0).row.column }
    #expect(abs((sines.max() ?? 0) - 0.5877852522924731) < 1e-3)
    #expect(abs((sines.min() ?? 0) + 0.5877852522924731) < 1e-3)
    let zoom = try #require(layer("random_zoom", ["height_factor": [0.1, 0.5]]) as? RandomZoom)
    let sizes = draws.map { zoom.transform(height: 3, width: 5, $0) }
    check(sizes.map(\.row.row), 1.1...1.5)
    #expect(sizes.allSatisfy { $0.row.row == $0.column.column })
    let flip = RandomFlip(mode: .horizontal)
    let mirrored = draws.count { flip.transform(height: 3, width: 3, $0) != .identity }
    #expect((4800...5200).contains(mirrored))
  }

  @Test("Sines and cosines are those of the angle, and exact for quarter turns.")
  func sines() {
    let quarters: [(Double, Double, Double)] = [
      (0, 0, 1), (0.5, 1, 0), (1, 0, -1), (1.5, -1, 0), (2, 0, 1), (-0.5, -1, 0), (-1.5, 1, 0),
    ]
    for (x, sine, cosine) in quarters {
      let result = Mathematics.sineAndCosine(ofHalfTurns: x)
      #expect(result.sine == sine && result.cosine == cosine, "\(x)")
    }
    for x in stride(from: -2.0, through: 2, by: 1 / 7.0) {
      let result = Mathematics.sineAndCosine(ofHalfTurns: x)
      // The addition theorem, from the half of the angle.
      let half = Mathematics.sineAndCosine(ofHalfTurns: x / 2)
      #expect(abs(result.sine - 2 * half.sine * half.cosine) < 1e-14)
      #expect(abs(result.cosine - (half.cosine * half.cosine - half.sine * half.sine)) < 1e-14)
    }
    #expect(abs(Mathematics.sineAndCosine(ofHalfTurns: 1 / 6.0).sine - 0.5) < 1e-15)
  }

  private func trainer(
    threads: Int = 1, on instructionSet: InstructionSet = .standard, resuming state: TrainingState? = nil
  ) throws -> Trainer {
    let flat = Fixture.classes(50, width: 56, classes: 3)
    let images = LabeledSamples(
      samples: Samples(shape: [7, 8], count: 50, storage: flat.samples.storage), targets: flat.targets)
    let layers = try [
      layer("random_flip", ["mode": "horizontal"]),
      layer("random_translation", ["height_factor": 0.2, "width_factor": 0.2]),
      layer("random_rotation", ["factor": 0.1, "fill_mode": "nearest"]),
      layer("random_zoom", ["height_factor": 0.2, "fill_mode": "wrap"]),
      layer("conv2d", ["filters": 4, "kernel_size": 3]), Flatten(), Dense(units: 3, activation: Softmax()),
    ]
    var options = TrainingOptions(epochs: 2, batchSize: 16, threads: threads)
    options.instructionSet = instructionSet
    options.workPerThread = 1
    return try Trainer(
      model: Model(inputShape: [7, 8], layers: layers), options: options, training: images, validation: nil,
      resuming: state)
  }

  @Test("The bits are the same on any number of threads and any instruction set, continued or not.")
  func sameBits() throws {
    let whole = try trainer()
    try whole.trainEpoch()
    let state = whole.state
    try whole.trainEpoch()
    let digest = whole.weights.digest
    #expect(digest.prefix(16) == "6b8e2ab5ed390d31", "new bits")
    let others =
      try [2, 8].map { try trainer(threads: $0) } + InstructionSet.supported.map { try trainer(on: $0) }
    for other in others {
      for _ in 0..<2 { try other.trainEpoch() }
      #expect(other.weights.digest == digest)
    }
    let continued = try trainer(resuming: state)
    try continued.trainEpoch()
    #expect(continued.weights.digest == digest)
  }

  @Test("Layers that move images take images, and stand before all weights.")
  func refusals() throws {
    let flip = RandomFlip(mode: .vertical)
    func problem(_ shape: [Int], _ layers: any Layer...) -> ModelProblem? {
      #expect(throws: ModelFailure.self) { try Model(inputShape: shape, layers: layers) }?.problem
    }
    let conv = try layer("conv2d", ["filters": 4, "kernel_size": 3])
    #expect(problem([9], flip) == .needsPositions(layer: "random_flip", dimensions: 2, found: [9]))
    #expect(problem([9, 9], conv, flip) == .augmentsLate(layer: "random_flip"))
    #expect(problem([9, 9], conv, Residual([flip])) == .augmentsLate(layer: "residual"))
    #expect(problem([9, 9], Residual([conv, flip])) == .augmentsLate(layer: "random_flip"))
    #expect(problem([9, 9, 9], conv, TimeDistributed(flip)) == .augmentsLate(layer: "time_distributed"))
    let model = try Model(inputShape: [9, 9], layers: [Parallel([[flip], []]), Dropout(rate: 0.5), flip])
    #expect(model.outputShape == [9, 18])
  }

  @Test("A moved batch takes its numbers once more, without a gradient, and random words.")
  func memory() throws {
    let model = try Model(
      inputShape: [4, 5], layers: [RandomFlip(mode: .vertical), Flatten(), Dense(units: 3)])
    let plain = try Model(inputShape: [4, 5], layers: [Flatten(), Dense(units: 3)])
    for isTraining in [true, false] {
      let (one, other) = (
        model.memory(rows: 8, isTraining: isTraining), plain.memory(rows: 8, isTraining: isTraining)
      )
      #expect(one.batch - other.batch == (isTraining ? Double(8 * (32 + 4) * 4) : 0))
      #expect(one.weights == other.weights)
    }
  }
}
