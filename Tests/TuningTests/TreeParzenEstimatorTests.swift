import Engine
import Testing
import Tuning

@Suite struct TreeParzenEstimatorTests {
  /// Branin's function, whose three smallest values are 0.397887.
  private static func branin(_ point: SearchPoint) -> Double {
    let (x, y) = (point.coordinates[0].place, point.coordinates[1].place)
    let square = y - 5.1 / (4 * .pi * .pi) * x * x + 5 / .pi * x - 6
    let cosine = Mathematics.sineAndCosine(ofHalfTurns: abs(x) / .pi - (abs(x) > 2 * .pi ? 2 : 0)).cosine
    return square * square + 10 * (1 - 1 / (8 * .pi)) * cosine + 10
  }

  private static func lowest(_ observations: [Observation]) -> Double {
    observations.compactMap(\.loss).min() ?? .infinity
  }

  @Test("On Branin's function, it comes closer to the minimum than random search does.")
  func branin() throws {
    let space = try space(.uniform(min: -5, max: 10), .uniform(min: 0, max: 15))
    let pairs = (0..<20).map { seed in
      (
        Self.lowest(TreeParzenEstimator(space, seed: seed, batch: 4).search(trials: 50, loss: Self.branin)),
        Self.lowest(RandomSearch(space, seed: seed).search(trials: 50, loss: Self.branin))
      )
    }
    let test = try #require(PairedTest(pairs.map(\.1), pairs.map(\.0)))
    #expect(test.isGreaterBeyondChance(level: 0.01), "\(test)")
    #expect(pairs.filter { $0.0 < 1 }.count >= 15)
  }

  @Test("It finds the good choice, and keeps away from trials that failed.")
  func choices() throws {
    let space = try space(
      .categorical(count: 4, isOrdered: false), .logUniformValues(min: 0.0001, max: 1))
    let observations = TreeParzenEstimator(space, seed: 1, batch: 4).search(trials: 80) { point in
      let rate = point.coordinates[1].place
      return rate > 0.1 ? .infinity : rate + (point.coordinates[0] == .choice(2) ? 0 : 1)
    }
    let late = observations[40...]
    #expect(late.filter { $0.point.coordinates[0] == .choice(2) }.count > 25)
    #expect(late.filter { $0.loss == nil }.count < 8)
  }

  @Test("Trials that failed are not good ones, even if nearly all did.")
  func fewSuccesses() throws {
    let space = try space(.uniform(min: 0, max: 1))
    let observations = (0..<20).map { trial in
      Observation(
        trial: trial, point: SearchPoint([.number(trial == 19 ? 0.9 : 0.1)]), loss: trial == 19 ? 1 : nil)
    }
    let points = TreeParzenEstimator(space, seed: 0, batch: 1).points(30..<50, given: observations)
    #expect(points.filter { $0.coordinates[0].place > 0.5 }.count >= 18)
  }

  @Test("The points of a batch lie farther apart than points that are chosen without each other.")
  func spread() throws {
    let space = try space(.uniform(min: 0, max: 1), .uniform(min: 0, max: 1))
    var (together, alone): ([Double], [Double]) = ([], [])
    for seed in 0..<20 as Range<UInt64> {
      let known = HaltonSearch(space, seed: seed).search(trials: 30) { point in
        point.coordinates.reduce(0) { $0 + ($1.place - 0.4) * ($1.place - 0.4) }
      }
      let points = [16, 1].map { batch in
        TreeParzenEstimator(space, seed: seed, batch: batch, startup: 30).points(30..<46, given: known)
      }
      #expect(points[0][0] == points[1][0])
      together.append(Self.distanceToNearest(points[0]))
      alone.append(Self.distanceToNearest(points[1]))
    }
    let test = try #require(PairedTest(together, alone))
    #expect(test.isGreaterBeyondChance(level: 0.01), "\(test)")
  }

  /// Returns the mean, over some points, of the squared distance to the nearest other one.
  private static func distanceToNearest(_ points: [SearchPoint]) -> Double {
    let distances = points.indices.map { index in
      points.indices.filter { $0 != index }.reduce(Double.infinity) { least, other in
        let pairs = zip(points[index].coordinates, points[other].coordinates)
        return min(least, pairs.reduce(0) { $0 + ($1.0.place - $1.1.place) * ($1.0.place - $1.1.place) })
      }
    }
    return distances.reduce(0, +) / Double(points.count)
  }

  @Test("The point of a trial is the same whether its batch is asked for whole or in parts.")
  func parts() throws {
    let space = try space(.uniform(min: 0, max: 1), .categorical(count: 3, isOrdered: false))
    let search = TreeParzenEstimator(space, seed: 3, batch: 8)
    let known = search.search(trials: 18) { $0.coordinates[0].place }
    let whole = search.points(18..<26, given: known)
    #expect((18..<26).flatMap { search.points($0..<$0 + 1, given: known) } == whole)
    #expect(Set(whole).count > 1)
  }

  @Test("In a small space no point is tried again while there are others.")
  func withoutRepetition() throws {
    let space = try space(.categorical(count: 4, isOrdered: false), .intUniform(min: 1, max: 5))
    let observations = TreeParzenEstimator(space, seed: 2, batch: 3).search(trials: 19) {
      $0.coordinates[1].place
    }
    // The first ten are quasi-random, and may repeat one another.
    let earlier = Set(observations[..<10].map(\.point))
    let points = observations[10...].map(\.point)
    #expect(Set(points).count == points.count && earlier.isDisjoint(with: points))
  }

  @Test("Failures alone, equal results and no results lead to points.")
  func degenerate() throws {
    let space = try space(.uniform(min: 0, max: 1), .constant, .categorical(count: 2, isOrdered: true))
    let method = TreeParzenEstimator(space, seed: 0, batch: 5, startup: 5)
    #expect(method.search(trials: 20) { _ in nil }.count == 20)
    #expect(method.search(trials: 20) { _ in 1 }.count == 20)
    #expect(method.search(trials: 20) { _ in -1e308 }.count == 20)
    #expect(method.points(15..<20, given: []).count == 5)
    #expect(
      TreeParzenEstimator(try #require(SearchSpace([])), seed: 0, batch: 1).points(0..<20, given: []).count
        == 20)
  }
}
