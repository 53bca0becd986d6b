/// A number above which every trial failed.
package struct DivergenceThreshold: Sendable, Hashable {
  /// The index of the dimension.
  package let dimension: Int
  /// The largest coordinate of a trial that succeeded: a number, an integer, or the index of an ordered choice.
  package let place: Double
  /// The number of trials above it, all of which failed.
  package let failures: Int
  /// The number of all trials.
  package let trials: Int

  /// Returns the threshold that separates failures best: the one with the most of them above it, the first dimension
  /// of equal ones.
  ///
  /// - Returns: `nil` if no trial succeeded, or if no threshold has at least two failures and half of all above it, so
  ///   that it may be chance.
  package static func find(_ observations: [Observation], in space: SearchSpace) -> DivergenceThreshold? {
    let failures = observations.filter { $0.loss == nil }
    let finished = observations.filter { $0.loss != nil }
    var best: DivergenceThreshold?
    for (index, dimension) in space.dimensions.enumerated() where dimension.domain.isOrdered {
      let places = finished.map { $0.point.coordinates[index].place }
      guard let largest = places.max() else { return nil }
      let above = failures.filter { $0.point.coordinates[index].place > largest }.count
      guard above >= 2, 2 * above >= failures.count, above > best?.failures ?? 0 else { continue }
      best = DivergenceThreshold(
        dimension: index, place: largest, failures: above, trials: observations.count)
    }
    return best
  }
}
