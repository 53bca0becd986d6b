import Testing
import Tuning

@Suite struct AnalysisTests {
  @Test("The expected best is the mean over all orders of the trials.")
  func expectedBest() throws {
    let losses: [Double?] = [0.7, 0.2, nil, 0.5]
    // A failure counts as the worst result.
    let values = [0.7, 0.2, 0.7, 0.5]
    var sum = 0.0
    for a in 0..<4 { for b in 0..<4 where b != a { sum += min(values[a], values[b]) } }
    let expected = try #require(ExpectedBest.losses(losses, trials: [1, 2, 3, 4]))
    #expect(abs(expected[0] - 2.1 / 4) < 1e-15)
    #expect(abs(expected[1] - sum / 12) < 1e-15)
    // One of the four orders of three leaves the best out.
    #expect(abs(expected[2] - (0.2 * 3 + 0.5) / 4) < 1e-15)
    #expect(abs(expected[3] - 0.2) < 1e-15)
    #expect(
      ExpectedBest.losses([nil, .nan], trials: [1]) == nil && ExpectedBest.losses([], trials: [1]) == nil)
  }

  /// Returns a search in a unit square and a choice, whose loss is given.
  private func observations(
    _ count: Int, _ loss: (SearchPoint) -> Double?
  ) throws -> (SearchSpace, [Observation]) {
    let space = try space(
      .uniform(min: 0, max: 1), .logUniformValues(min: 0.001, max: 1),
      .categorical(count: 2, isOrdered: false))
    return (space, HaltonSearch(space, seed: 8).search(trials: count, loss: loss))
  }

  @Test("The dimension that decides the result has the largest importance, and the sum is 1.")
  func importance() throws {
    let (space, observations) = try observations(200) { point in
      let place = point.coordinates.map(\.place)
      return (place[0] - 0.4) * (place[0] - 0.4) + 0.02 * place[2]
    }
    let shares = try #require(ParameterImportance.shares(of: space, observations))
    #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
    #expect(shares[0] > 0.7 && shares[2] > 0.02 && shares[1] < 0.15, "\(shares)")
  }

  /// The expected numbers are those of the same formulas written with NumPy and SciPy.
  @Test("Along numbers the importances are those of kernel densities.")
  func importanceOfNumbers() throws {
    let space = try space(.uniform(min: 0, max: 1), .logUniformValues(min: 0.01, max: 1))
    let observations = (0..<80).map { trial in
      let (x, y) = (Double(trial * 37 % 80) / 80 + 0.003, Double(trial * 23 % 80) / 80 + 0.004)
      return Observation(
        trial: trial, point: SearchPoint([.number(x), .number(y)]), loss: (x - 0.3) * (x - 0.3) + 0.2 * y)
    }
    let shares = try #require(ParameterImportance.shares(of: space, observations))
    #expect(abs(shares[0] - 0.24247487) < 1e-8 && abs(shares[1] - 0.75752513) < 1e-8)
  }

  @Test("Of two choices the importances are those of the formula.")
  func importanceOfChoices() throws {
    let space = try space(
      .categorical(count: 2, isOrdered: false), .categorical(count: 4, isOrdered: false), .constant)
    // 100 trials; the best ten all have the first choice, and one choice in four.
    let observations = (0..<100).map { trial in
      Observation(
        trial: trial, point: SearchPoint([.choice(trial < 50 ? 0 : 1), .choice(trial % 4), .choice(0)]),
        loss: Double(trial))
    }
    let shares = try #require(ParameterImportance.shares(of: space, observations))
    /// χ² = Σ q (p / q − 1)² with p and q smoothed by one trial.
    func divergence(_ best: [Double], _ all: [Double]) -> Double {
      let even = 1 / Double(best.count)
      return zip(best, all).reduce(0) { sum, pair in
        let (p, q) = ((pair.0 + even) / 11, (pair.1 + even) / 101)
        return sum + (p - q) * (p - q) / q
      }
    }
    let first = divergence([10, 0], [50, 50])
    let second = divergence([3, 3, 2, 2], [25, 25, 25, 25])
    #expect(abs(shares[0] - first / (first + second)) < 1e-12)
    #expect(abs(shares[1] - second / (first + second)) < 1e-12)
    #expect(shares[2] == 0)
  }

  @Test("Too few trials, and trials that are all alike, have no importances.")
  func noImportance() throws {
    let (space, few) = try observations(49) { $0.coordinates[0].place }
    #expect(ParameterImportance.shares(of: space, few) == nil)
    let (_, alike) = try observations(60) { _ in 1 }
    #expect(ParameterImportance.shares(of: space, alike) == nil)
    let (_, failed) = try observations(60) { _ in nil }
    #expect(ParameterImportance.shares(of: space, failed) == nil)
  }

  @Test("A point within a twentieth of an end, or at an ordered end, lies at an edge.")
  func edges() throws {
    let space = try space(
      .logUniformValues(min: 0.001, max: 1), .intUniform(min: 1, max: 4),
      .categorical(count: 3, isOrdered: true),
      .categorical(count: 3, isOrdered: false), .categorical(count: 2, isOrdered: true),
      .normal(mu: 0, sigma: 1),
      .uniform(min: 0, max: 1))
    let point = SearchPoint([
      .number(0.8), .integer(1), .choice(2), .choice(0), .choice(0), .number(9), .number(0.06),
    ])
    #expect(
      RangeEdge.edges(of: point, in: space).map { [$0.dimension, $0.side == .low ? 0 : 1] } == [
        [0, 1], [1, 0], [2, 1],
      ])
    let inner = SearchPoint([
      .number(0.7), .integer(2), .choice(1), .choice(2), .choice(1), .number(0), .number(0.94),
    ])
    #expect(RangeEdge.edges(of: inner, in: space).isEmpty)
  }

  @Test("The threshold of failures lies at the largest number that did not fail.")
  func divergence() throws {
    let (space, observations) = try observations(32) { point in
      point.coordinates[1].place > 0.1 ? nil : point.coordinates[0].place
    }
    let threshold = try #require(DivergenceThreshold.find(observations, in: space))
    let finished = observations.filter { $0.loss != nil }
    #expect(threshold.dimension == 1 && threshold.trials == 32)
    #expect(threshold.place == finished.map { $0.point.coordinates[1].place }.max())
    #expect(threshold.failures == 32 - finished.count && threshold.failures > 8)
  }

  @Test("Scattered failures, one failure, and nothing but failures have no threshold.")
  func noThreshold() throws {
    var trial = 0
    let (space, scattered) = try observations(32) { _ in
      trial += 1
      return trial % 3 == 0 ? nil : 1
    }
    #expect(DivergenceThreshold.find(scattered, in: space) == nil)
    let (_, failed) = try observations(32) { _ in nil }
    #expect(DivergenceThreshold.find(failed, in: space) == nil)
    let (_, one) = try observations(32) { $0.coordinates[0].place > 0.97 ? nil : 1 }
    #expect(one.filter { $0.loss == nil }.count == 1 && DivergenceThreshold.find(one, in: space) == nil)
    #expect(DivergenceThreshold.find([], in: space) == nil)
  }
}
