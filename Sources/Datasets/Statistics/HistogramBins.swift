import Foundation

/// Bins of equal width from the smallest value to the largest, as in NumPy's `histogram_bin_edges`.
package struct HistogramBins: Sendable, Hashable {
  /// The edges in ascending order, one more than bins.
  package let edges: [Double]

  /// - Parameters:
  ///   - values: finite numbers, at least one.
  ///   - count: the number of bins. By default it is NumPy's `auto`: the smaller of the widths of Freedman and Diaconis
  ///     (1981) and Sturges (1926). Integers for which that is at most 1 have a bin each.
  package init(_ values: [Double], count: Int? = nil) {
    let sorted = values.sorted()
    guard let low = sorted.first, let high = sorted.last, high > low else {
      let middle = sorted.first ?? 0
      edges = Self.edges(from: middle - 0.5, to: middle + 0.5, count: count ?? 1)
      return
    }
    let width = Self.automaticWidth(sorted, extent: high - low)
    if count == nil, width <= 1, sorted.allSatisfy({ $0 == $0.rounded() }) {
      edges = Self.edges(from: low - 0.5, to: high + 0.5, count: Int(high - low) + 1)
    } else {
      edges = Self.edges(
        from: low, to: high, count: count ?? max(1, Int(((high - low) / width).rounded(.up))))
    }
  }

  /// Returns the number of values in each bin. A bin includes its lower edge, and the last one also its upper edge.
  package func counts(of values: [Double]) -> [Int] {
    var counts = [Int](repeating: 0, count: edges.count - 1)
    for value in values where value >= edges[0] && value <= edges[edges.count - 1] {
      var (low, high) = (0, counts.count)
      while high - low > 1 {
        let middle = (low + high) / 2
        if edges[middle] <= value { low = middle } else { high = middle }
      }
      counts[low] += 1
    }
    return counts
  }

  private static func edges(from low: Double, to high: Double, count: Int) -> [Double] {
    let step = (high - low) / Double(count)
    return (0..<count).map { low + Double($0) * step } + [high]
  }

  private static func automaticWidth(_ sorted: [Double], extent: Double) -> Double {
    let count = Double(sorted.count)
    let spread = Quantile.of(sorted, 0.75) - Quantile.of(sorted, 0.25)
    // The square root keeps the bins few where most values are alike.
    let freedmanDiaconis = max(2 * spread / cbrt(count), extent / count.squareRoot() / 2)
    return min(freedmanDiaconis, extent / (log2(count) + 1))
  }
}

/// A quantile of values: the value below which a share of them lies.
package enum Quantile {
  /// Returns a quantile, interpolated linearly as in NumPy's `quantile`.
  package static func of(_ sorted: [Double], _ share: Double) -> Double {
    guard let last = sorted.indices.last else { return .nan }
    let place = share * Double(last)
    let lower = Int(place.rounded(.down))
    let fraction = place - Double(lower)
    return sorted[lower] + fraction * (sorted[min(lower + 1, last)] - sorted[lower])
  }
}
