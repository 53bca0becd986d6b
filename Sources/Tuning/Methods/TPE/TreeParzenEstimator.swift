/// The tree-structured Parzen estimator of Bergstra et al., "Algorithms for Hyper-Parameter Optimization" (2011), in
/// batches: it estimates where good trials lie and where the others do, and tries where the ratio is greatest.
///
/// The settings are near those of Watanabe, "Tree-Structured Parzen Estimator" (2023); the share of good trials and the
/// narrowest kernel did best on the functions of Branin and Hartmann and on one like a network's loss.
///
/// A point depends on the trials of whole batches before its own. Earlier points of its own batch have no results yet
/// and count among the other trials, so that a batch spreads out: the "constant liar" of Ginsbourger et al. (2010). In a
/// space of finitely many points, one is tried again only if no other is drawn, near the good trials or anywhere.
///
/// With early termination, trials that were trained for longer are better: see ``Observation/isBetter(_:than:)``. The
/// points of a bracket then lie near those that were promoted in the brackets before.
package struct TreeParzenEstimator: SearchMethod {
  /// The number of points that are drawn near the good trials, of which the best is tried.
  private static let candidates = 24
  /// The share of the trials that are good.
  private static let goodShare = 0.15
  /// The largest number of good trials; those that failed are not.
  private static let mostGood = 25
  /// The largest number of other trials that are compared, the latest ones.
  private static let mostOthers = 100

  private let space: SearchSpace
  private let axes: [SearchAxis]
  private let seed: UInt64
  private let batch: Int
  private let startup: Int
  private let first: HaltonSearch

  /// - Parameters:
  ///   - batch: the number of trials that are chosen together, and so may run side by side.
  ///   - startup: the number of first trials, whose points are those of ``HaltonSearch``; at least 1.
  package init(_ space: SearchSpace, seed: UInt64, batch: Int, startup: Int = 10) {
    self.space = space
    axes = space.dimensions.map { dimension in
      dimension.domain.isOrdered ? .line : .choices(dimension.domain.count ?? 1)
    }
    self.seed = seed
    self.batch = max(1, batch)
    self.startup = max(1, startup)
    first = HaltonSearch(space, seed: seed)
  }

  package func trialsNeeded(before trial: Int) -> Int {
    trial < startup ? 0 : trial - (trial - startup) % batch
  }

  package func points(_ trials: Range<Int>, given observations: [Observation]) -> [SearchPoint] {
    let observations = observations.sorted { $0.trial < $1.trial }
    var points = first.points(trials.clamped(to: 0..<startup), given: [])
    var trial = max(trials.lowerBound, startup)
    while trial < trials.upperBound {
      let start = trialsNeeded(before: trial)
      let end = start + min(batch, trials.upperBound - start)
      let known = observations.prefix { $0.trial < start }
      points += batchPoints(start..<end, given: known).dropFirst(trial - start)
      trial = end
    }
    return points
  }

  private func batchPoints(_ trials: Range<Int>, given known: ArraySlice<Observation>) -> [SearchPoint] {
    let (good, earlier) = split(known)
    var others = earlier
    let isFinite = space.dimensions.allSatisfy { $0.domain.count != nil }
    var tried = isFinite ? Set(known.map(\.point)) : []
    return trials.map { trial in
      let drawn = candidates(for: trial, from: good, first: 0)
      var untried = drawn.filter { !tried.contains($0) }
      if untried.isEmpty {
        let anywhere = ParzenEstimator([], weights: [], axes: axes)
        untried = candidates(for: trial, from: anywhere, first: Self.candidates).filter {
          !tried.contains($0)
        }
      }
      let chosen = best(of: untried.isEmpty ? drawn : untried, good, density(of: others))
      if isFinite { tried.insert(chosen) }
      others.append(place(of: chosen))
      return chosen
    }
  }

  /// Returns points that are drawn from a density.
  ///
  /// - Parameter first: the index of the first one among all that are drawn for the trial.
  private func candidates(for trial: Int, from density: ParzenEstimator, first: Int) -> [SearchPoint] {
    (first..<first + Self.candidates).map { index in
      let stream = SearchStream.candidate.stream(seed: seed, index: index, trial: trial)
      return point(at: density.sample(stream.units(axes.count + 1)))
    }
  }

  /// Returns the density of the good trials, and the places of the others on the axes, the latest ones last.
  private func split(_ known: ArraySlice<Observation>) -> (good: ParzenEstimator, others: [[Double]]) {
    let count = min(Int((Self.goodShare * Double(known.count)).rounded(.up)), Self.mostGood)
    let best = Observation.best(count + 1, of: known)
    let good = best.prefix(count).filter { $0.loss != nil }
    let goodTrials = good.map(\.trial)
    let others = known.reversed().lazy.filter { !goodTrials.contains($0.trial) }.prefix(Self.mostOthers)
    return (
      ParzenEstimator(
        good.map { place(of: $0.point) }, weights: weights(of: good, next: best.last), axes: axes),
      others.reversed().map { place(of: $0.point) }
    )
  }

  /// Returns the density of the latest of some places.
  private func density(of others: [[Double]]) -> ParzenEstimator {
    let latest = others.suffix(Self.mostOthers)
    return ParzenEstimator(Array(latest), weights: latest.map { _ in 1 }, axes: axes)
  }

  /// Returns the weights of good trials: how much better they are than the best of the others ("expected improvement"
  /// in Watanabe 2023), or all the same if that one failed or was trained for another number of epochs.
  private func weights(of good: [Observation], next: Observation?) -> [Double] {
    guard let next, let loss = next.loss, good.allSatisfy({ $0.epochs == next.epochs }) else {
      return good.map { _ in 1 }
    }
    let gains = good.map { loss - ($0.loss ?? loss) }
    let greatest = gains.reduce(0) { max($0, $1) }
    guard greatest > 0, greatest.isFinite else { return good.map { _ in 1 } }
    return gains.map { max($0 / greatest, 1e-12) }
  }

  /// Returns the point with the greatest ratio of the densities, the first of equal ones.
  private func best(
    of points: [SearchPoint], _ good: ParzenEstimator, _ others: ParzenEstimator
  ) -> SearchPoint {
    var (best, greatest) = (points[0], -Double.infinity)
    for point in points {
      let place = place(of: point)
      let ratio = good.logDensity(at: place) - others.logDensity(at: place)
      if ratio > greatest { (best, greatest) = (point, ratio) }
    }
    return best
  }

  /// Returns the places of a point on the axes.
  private func place(of point: SearchPoint) -> [Double] {
    zip(axes, zip(space.dimensions, point.coordinates)).map { axis, pair in
      switch axis {
      case .line: pair.0.domain.unit(of: pair.1)
      case .choices: pair.1.place
      }
    }
  }

  /// Returns the point at places on the axes.
  private func point(at places: [Double]) -> SearchPoint {
    SearchPoint(
      zip(axes, zip(space.dimensions, places)).map { axis, pair in
        switch axis {
        case .line: pair.0.domain.coordinate(at: pair.1)
        case .choices: .choice(Int(pair.1))
        }
      })
  }
}
