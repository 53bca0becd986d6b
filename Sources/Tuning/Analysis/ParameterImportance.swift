import Engine

/// The share of each dimension in the difference between the best trials and all: PED-ANOVA (Watanabe, Bansal and
/// Hutter, "PED-ANOVA: Efficiently Quantifying Hyperparameter Importance in Arbitrary Subspaces", 2023).
///
/// The density of all trials along a dimension is compared with that of the best tenth by Pearson's χ² divergence; a
/// dimension along which the best lie like all others does not matter.
package enum ParameterImportance {
  /// The fewest trials that tell something: their best tenth is five.
  package static let fewestTrials = 50
  /// The number of bins into which a dimension of real numbers is divided.
  private static let bins = 50

  /// Returns the importance of each dimension; the sum is 1.
  ///
  /// - Returns: `nil` for fewer than ``fewestTrials`` or if the best trials lie like all others everywhere.
  package static func shares(of space: SearchSpace, _ observations: [Observation]) -> [Double]? {
    guard observations.count >= fewestTrials else { return nil }
    let ranked = Observation.ranked(observations)
    let cutoff = ranked[(ranked.count + 9) / 10 - 1]
    // Those as good as the last of the best tenth belong to it.
    let best = ranked.prefix { !Observation.isBetter(cutoff, than: $0) }
    let divergences = space.dimensions.indices.map { index in
      let dimension = space.dimensions[index]
      let all = density(dimension.domain, ranked.map { $0.point.coordinates[index] })
      let top = density(dimension.domain, best.map { $0.point.coordinates[index] })
      return zip(top, all).reduce(0) { $0 + $1.1 * ($1.0 / $1.1 - 1) * ($1.0 / $1.1 - 1) }
    }
    let sum = divergences.reduce(0, +)
    return sum > 1e-12 ? divergences.map { $0 / sum } : nil
  }

  /// Returns the probabilities of the bins of a dimension, with a flat prior of the weight of one trial.
  private static func density(_ domain: SearchDomain, _ coordinates: [SearchCoordinate]) -> [Double] {
    let bins = domain.isOrdered ? min(domain.count ?? Self.bins, Self.bins) : domain.count ?? 1
    var counts = [Double](repeating: 0, count: bins)
    for coordinate in coordinates {
      counts[min(Int(domain.unit(of: coordinate) * Double(bins)), bins - 1)] += 1
    }
    let smooth = domain.isOrdered ? smoothed(counts) : counts
    return smooth.map { ($0 + 1 / Double(bins)) / (Double(coordinates.count) + 1) }
  }

  /// Returns counts that are spread over neighbouring bins by normal kernels, whose width follows Scott's rule.
  private static func smoothed(_ counts: [Double]) -> [Double] {
    let width = width(counts)
    let edges = (0...counts.count).map { Double($0) - 0.5 }
    var smooth = [Double](repeating: 0, count: counts.count)
    for (center, count) in counts.enumerated() where count > 0 {
      let below = edges.map { NormalDistribution.cumulative(($0 - Double(center)) / width) }
      let mass = below[counts.count] - below[0]
      for bin in counts.indices { smooth[bin] += count * (below[bin + 1] - below[bin]) / mass }
    }
    return smooth
  }

  /// Returns 1.059 · min(σ, interquartile range / 1.34) · n^(−1/5), in bins, and at least 0.3, which leaves nine tenths
  /// of a kernel in its bin (Scott, "Multivariate Density Estimation", 1992).
  private static func width(_ counts: [Double]) -> Double {
    let total = counts.reduce(0, +)
    let mean = counts.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element } / total
    let squares = counts.enumerated().reduce(0) {
      $0 + (Double($1.offset) - mean) * (Double($1.offset) - mean) * $1.element
    }
    let deviation = (squares / max(1, total - 1)).squareRoot()
    let range = Double(quantile(counts, 0.75 * total) - quantile(counts, 0.25 * total))
    let spread = 1.059 * min(deviation, range / 1.34) / Mathematics.power(total, 0.2)
    return max(spread, 0.5 / 1.64)
  }

  /// Returns the first bin with which a number of trials is reached.
  private static func quantile(_ counts: [Double], _ number: Double) -> Int {
    var sum = 0.0
    return counts.firstIndex {
      sum += $0
      return sum >= number
    } ?? counts.count - 1
  }
}
