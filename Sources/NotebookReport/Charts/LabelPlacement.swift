/// Moves labels apart along a line, each as little as possible.
package enum LabelPlacement {
  /// Returns positions at least `spacing` apart, in the bounds if there is room and in the order wanted, with
  /// the least sum of squared moves: those that would overlap are pooled and centred on their mean (pool
  /// adjacent violators; Barlow et al., "Statistical Inference under Order Restrictions", 1972).
  package static func spread(
    _ wanted: [Double], spacing: Double, within bounds: ClosedRange<Double>
  ) -> [Double] {
    guard wanted.count > 1 else { return wanted.map { min(max($0, bounds.lowerBound), bounds.upperBound) } }
    let room = (bounds.upperBound - bounds.lowerBound) / Double(wanted.count - 1)
    let spacing = min(spacing, room)
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }

    // After the spacing is subtracted, labels that must not overlap become numbers that must not decrease.
    var pools: [(sum: Double, count: Int)] = []
    for (rank, index) in order.enumerated() {
      pools.append((wanted[index] - Double(rank) * spacing, 1))
      while pools.count > 1, mean(pools[pools.count - 2]) > mean(pools[pools.count - 1]) {
        let last = pools.removeLast()
        pools[pools.count - 1].sum += last.sum
        pools[pools.count - 1].count += last.count
      }
    }
    let highest = bounds.upperBound - Double(wanted.count - 1) * spacing
    var positions = wanted
    var rank = 0
    for pool in pools {
      let base = min(max(mean(pool), bounds.lowerBound), max(highest, bounds.lowerBound))
      for _ in 0..<pool.count {
        positions[order[rank]] = base + Double(rank) * spacing
        rank += 1
      }
    }
    return positions
  }

  private static func mean(_ pool: (sum: Double, count: Int)) -> Double { pool.sum / Double(pool.count) }
}
