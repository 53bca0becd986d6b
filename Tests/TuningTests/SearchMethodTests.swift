import Testing
import Tuning

@Suite struct SearchMethodTests {
  @Test("A grid has every combination, the last dimension changing fastest.")
  func grid() throws {
    let space = try space(
      .categorical(count: 2, isOrdered: false), .constant, .intUniform(min: 5, max: 6),
      .qUniform(min: 0, max: 1, q: 0.5))
    let grid = try #require(GridSearch(space))
    #expect(grid.count == 12)
    let points = grid.points(0..<100, given: [])
    #expect(points.count == 12 && Set(points).count == 12)
    #expect(points[0].coordinates == [.choice(0), .choice(0), .integer(5), .number(0)])
    #expect(points[1].coordinates == [.choice(0), .choice(0), .integer(5), .number(0.5)])
    #expect(points[3].coordinates == [.choice(0), .choice(0), .integer(6), .number(0)])
    #expect(grid.points(10..<11, given: []) == [points[10]])
  }

  @Test("A grid of real numbers, or of more points than can be counted, is none.")
  func noGrid() throws {
    #expect(GridSearch(try space(.uniform(min: 0, max: 1))) == nil)
    let large = SearchDomain.intUniform(min: 0, max: 1 << 40)
    #expect(GridSearch(try space(large, large)) == nil)
  }

  @Test("A list gives its points.")
  func list() {
    let points = (0..<3).map { SearchPoint([.integer($0)]) }
    #expect(ListSearch(points).points(1..<9, given: []) == Array(points[1...]))
    #expect(ListSearch(points).count == 3)
  }

  /// Rows of SciPy's `qmc.Halton(5, scramble=False)`.
  @Test(
    "Without a seed, the sequence of Halton is SciPy's.",
    arguments: [
      (0, [0, 0, 0, 0, 0]),
      (1, [0.5, 0.3333333333333333, 0.2, 0.14285714285714285, 0.09090909090909091]),
      (7, [0.875, 0.5555555555555556, 0.44, 0.02040816326530612, 0.6363636363636364]),
      (30, [0.46875, 0.12345679012345678, 0.048, 0.36734693877551017, 0.743801652892562]),
      (
        999,
        [0.9052734375, 0.01417466849565615, 0.9955200000000001, 0.7734277384423157, 0.8407212622088657]
      ),
    ] as [(Int, [Double])])
  func halton(_ index: Int, _ expected: [Double]) {
    let point = HaltonSequence(dimensions: 5, seed: nil)[index]
    #expect(zip(point, expected).allSatisfy { abs($0 - $1) < 1e-15 } && point.count == 5)
  }

  @Test("With a seed, the sequence of Halton fills each dimension evenly.")
  func scrambled() {
    let sequence = HaltonSequence(dimensions: 8, seed: 4)
    let points = (0..<343).map { sequence[$0] }
    for dimension in 0..<8 {
      var counts = [Int](repeating: 0, count: 7)
      for point in points {
        #expect((0..<1).contains(point[dimension]))
        counts[Int(point[dimension] * 7)] += 1
      }
      // 343 random numbers would lie about ±6.5 from 49.
      #expect(counts.allSatisfy { (45...53).contains($0) }, "\(counts)")
    }
    #expect(points != (0..<343).map { HaltonSequence(dimensions: 8, seed: 5)[$0] })
  }

  @Test("In the 99th and 100th dimension, the first points lie apart with a seed, and in a row without.")
  func stripes() {
    func correlation(_ seed: UInt64?) -> Double {
      let sequence = HaltonSequence(dimensions: 100, seed: seed)
      let pairs = (0..<200).map { (sequence[$0][98] - 0.5, sequence[$0][99] - 0.5) }
      return pairs.reduce(0) { $0 + $1.0 * $1.1 } / 200 * 12
    }
    #expect(correlation(nil) > 0.9 && abs(correlation(1)) < 0.3)
  }

  @Test("A point depends on the seed and the number of its trial, not on those drawn with it.")
  func pure() throws {
    let space = try space(
      .logUniformValues(min: 0.001, max: 1), .intUniform(min: 1, max: 9),
      .categorical(count: 3, isOrdered: false))
    let observations = RandomSearch(space, seed: 9).search(trials: 40) { $0.coordinates[0].place }
    let methods: [any SearchMethod] = [
      RandomSearch(space, seed: 3), HaltonSearch(space, seed: 3),
      TreeParzenEstimator(space, seed: 3, batch: 8, startup: 10),
    ]
    for method in methods {
      let together = method.points(0..<50, given: observations)
      #expect(together.count == 50)
      for trial in [0, 9, 10, 17, 18, 33] {
        let needed = method.trialsNeeded(before: trial)
        #expect(needed <= trial)
        let known = Array(observations.prefix(needed).reversed())
        #expect(method.points(trial..<trial + 1, given: known) == [together[trial]], "\(trial)")
      }
    }
    #expect(
      RandomSearch(space, seed: 3).points(0..<9, given: [])
        != RandomSearch(space, seed: 4).points(0..<9, given: []))
  }

  @Test("Points are the same on every machine.")
  func golden() throws {
    let space = try space(
      .logUniformValues(min: 0.0001, max: 1), .complementLogUniformValues(min: 0, max: 0.999),
      .normal(mu: 0, sigma: 1), .intUniform(min: 1, max: 64), .categorical(count: 3, isOrdered: false))
    let observations = RandomSearch(space, seed: 7).search(trials: 20) { point in
      let (rate, choice) = (point.coordinates[0].place, point.coordinates[4].place)
      return rate > 0.3 ? nil : (rate - 0.1) * (rate - 0.1) + choice
    }
    let methods: [any SearchMethod] = [
      RandomSearch(space, seed: 7), HaltonSearch(space, seed: 7),
      TreeParzenEstimator(space, seed: 7, batch: 4, startup: 12),
    ]
    let places = methods.map { $0.points(20..<21, given: observations)[0].coordinates.map(\.place) }
    #expect(
      places == [
        [0.02615, 0.91348, 1.516, 19, 1], [0.4392, 0.97972, -0.7338, 19, 1],
        [0.01678, 0.998846, -0.1191, 47, 0],
      ])
  }

  @Test("A batch of the Parzen estimator waits for whole batches before it.")
  func batches() throws {
    let method = TreeParzenEstimator(
      try space(.uniform(min: 0, max: 1)), seed: 0, batch: 4, startup: 6)
    #expect(
      (0..<15).map { method.trialsNeeded(before: $0) } == [0, 0, 0, 0, 0, 0, 6, 6, 6, 6, 10, 10, 10, 10, 14])
  }

  @Test("Failures are worse than results, and fewer epochs than more.")
  func ranked() {
    let results: [(loss: Double?, epochs: Int)] = [
      (0.3, 1), (nil, 9), (0.5, 9), (0.3, 1), (.nan, 1), (0.2, 1),
    ]
    let observations = results.enumerated().map {
      Observation(trial: $0.offset, point: SearchPoint([]), loss: $0.element.loss, epochs: $0.element.epochs)
    }
    #expect(Observation.ranked(observations).map(\.trial) == [2, 5, 0, 3, 1, 4])
    for count in 0...7 {
      #expect(
        Observation.best(count, of: observations.reversed())
          == Array(Observation.ranked(observations).prefix(count)))
    }
  }
}
