import Engine
import Testing
import Tuning

@Suite struct EarlyTerminationTests {
  @Test("Rungs grow by eta and end with all epochs.")
  func rungs() throws {
    func epochs(_ minEpochs: Int, _ eta: Int, _ maxEpochs: Int) -> [Int]? {
      HalvingSchedule(.successiveHalving, minEpochs: minEpochs, eta: eta, maxEpochs: maxEpochs)?.epochs
    }
    #expect(epochs(1, 3, 27) == [1, 3, 9, 27] && epochs(1, 3, 20) == [1, 3, 9, 20])
    #expect(epochs(2, 4, 2) == [2] && epochs(1, .max, 1_000_000) == [1, 1_000_000])
    #expect(epochs(0, 3, 9) == nil && epochs(1, 1, 9) == nil && epochs(5, 3, 4) == nil)
    #expect(epochs(1, 2, 1_000_001) == nil && epochs(.max, 2, .max) == nil && epochs(2_000_000, 2, 5) == nil)
  }

  @Test("The best third of a rung is promoted, ties by lower number, failures never.")
  func promotion() throws {
    let schedule = try #require(HalvingSchedule(.successiveHalving, minEpochs: 1, maxEpochs: 9))
    let bracket = try #require(schedule.brackets(trials: 10).first)
    let losses: [Double?] = [0.5, nil, 0.2, 0.3, 0.3, .nan, 0.9, 0.3, .infinity, 0.8]
    let second = try #require(bracket.rung(after: bracket.firstRung, losses: losses))
    #expect(bracket.firstRung == Rung(epochs: 1, trials: Array(0..<10)))
    #expect(second == Rung(epochs: 3, trials: [2, 3, 4]))
    let third = try #require(bracket.rung(after: second, losses: [0.4, 0.1, 0.1]))
    #expect(third == Rung(epochs: 9, trials: [3]))
    #expect(bracket.rung(after: third, losses: [0]) == nil)
    #expect(bracket.rung(after: second, losses: [nil, nil, 5]) == Rung(epochs: 9, trials: [4]))
    #expect(bracket.rung(after: bracket.firstRung, losses: [Double?](repeating: nil, count: 10)) == nil)
    // 10 · 1 + 3 · 2 + 1 · 6.
    #expect(bracket.totalEpochs == 22 && schedule.totalEpochs(trials: 10) == 22)
  }

  @Test("Without early termination there is one rung, and each trial has all epochs.")
  func wholeTrials() {
    let bracket = Bracket(epochs: 5, trials: 7)
    #expect(bracket.firstRung == Rung(epochs: 5, trials: Array(0..<7)) && bracket.totalEpochs == 35)
    #expect(bracket.rung(after: bracket.firstRung, losses: [Double?](repeating: 1, count: 7)) == nil)
  }

  /// Li et al. (2018), table 1: with eta 3 and 81 epochs, brackets start 81, 34, 15, 8 and 5 trials.
  @Test("Hyperband deals the trials of its table.")
  func hyperbandTable() throws {
    let schedule = try #require(HalvingSchedule(.hyperband, minEpochs: 1, maxEpochs: 81))
    let brackets = schedule.brackets(trials: 143)
    #expect(brackets.map(\.trials.count) == [81, 34, 15, 8, 5])
    #expect(brackets.map(\.epochs) == [[1, 3, 9, 27, 81], [3, 9, 27, 81], [9, 27, 81], [27, 81], [81]])
    #expect((0..<5).map { brackets[0].size(ofRung: $0) } == [81, 27, 9, 3, 1])
    #expect((0..<4).map { brackets[1].size(ofRung: $0) } == [34, 11, 3, 1])
  }

  @Test("Hyperband uses each trial once, whatever their number.")
  func hyperbandTotals() throws {
    for (maxEpochs, eta) in [(81, 3), (5, 2), (1, 3), (1_000_000, 2)] {
      let schedule = try #require(
        HalvingSchedule(.hyperband, minEpochs: 1, eta: eta, maxEpochs: maxEpochs))
      for trials in [0, 1, 2, 7, 32, 100, 100_000] {
        let brackets = schedule.brackets(trials: trials)
        #expect(brackets.flatMap { Array($0.trials) } == Array(0..<trials))
        #expect(brackets.allSatisfy { !$0.trials.isEmpty })
      }
    }
  }

  /// A loss that falls towards what the settings allow, the faster the larger the rate.
  private static func loss(_ units: [Double], _ epochs: Int) -> Double {
    let (rate, other) = (units[0], units[1])
    let reached = (rate - 0.7) * (rate - 0.7) + (other - 0.3) * (other - 0.3)
    return reached + Mathematics.exponential(-Double(epochs) * (0.05 + rate / 3))
  }

  @Test("For the same epochs, early termination finds better trials than random search does.")
  func beatsRandom() throws {
    let space = try space(.logUniformValues(min: 0.0001, max: 1), .uniform(min: 0, max: 1))
    func loss(_ point: SearchPoint, _ epochs: Int) -> Double { Self.loss(space.units(of: point), epochs) }
    for method in [EarlyTermination.successiveHalving, .hyperband] {
      let schedule = try #require(HalvingSchedule(method, minEpochs: 1, maxEpochs: 27))
      var (halved, random): ([Double], [Double]) = ([], [])
      for seed in 0..<20 as Range<UInt64> {
        let search = RandomSearch(space, seed: seed)
        var trained = 0
        var last: [SearchPoint: Int] = [:]
        let found = search.search(trials: 81, schedule) { point, epochs in
          trained += epochs - (last.updateValue(epochs, forKey: point) ?? 0)
          return loss(point, epochs)
        }
        #expect(trained == schedule.totalEpochs(trials: 81))
        halved.append(Self.lowest(found))
        // As many whole trials as the same epochs allow, rounded up.
        random.append(Self.lowest(search.search(trials: (trained + 26) / 27) { loss($0, 27) }))
      }
      let test = try #require(PairedTest(random, halved))
      #expect(test.isGreaterBeyondChance(), "\(method) \(test)")
    }
  }

  @Test("Where few epochs tell what many give, Hyperband does better near promoted trials.")
  func withTreeParzenEstimator() throws {
    let space = try space(.logUniformValues(min: 0.0001, max: 1), .uniform(min: 0, max: 1))
    // The curves have come down before the first rung.
    func loss(_ point: SearchPoint, _ epochs: Int) -> Double {
      Self.loss(space.units(of: point), 26 + epochs)
    }
    let schedule = try #require(HalvingSchedule(.hyperband, minEpochs: 1, maxEpochs: 27))
    var (near, random): ([Double], [Double]) = ([], [])
    for seed in 0..<20 as Range<UInt64> {
      let estimator = TreeParzenEstimator(space, seed: seed, batch: 8)
      near.append(Self.lowest(estimator.search(trials: 49, schedule, loss: loss)))
      random.append(Self.lowest(RandomSearch(space, seed: seed).search(trials: 49, schedule, loss: loss)))
    }
    let test = try #require(PairedTest(random, near))
    #expect(test.isGreaterBeyondChance(level: 0.01), "\(test)")
  }

  private static func lowest(_ observations: [Observation]) -> Double {
    observations.compactMap(\.loss).reduce(.infinity) { min($0, $1) }
  }
}
