import Foundation

/// Bins of equal width from the least value to the greatest, as NumPy's `histogram_bin_edges` makes them.
package struct HistogramBins: Sendable, Hashable {
  /// One more than bins, in ascending order.
  package let edges: [Double]

  /// - Parameters:
  ///   - values: finite numbers, at least one.
  ///   - count: how many bins; where it is left out, what NumPy calls `auto`: the narrower of the widths of
  ///     Freedman and Diaconis (1981) and Sturges (1926), and for whole numbers no less than 1.
  package init(_ values: [Double], count: Int? = nil) {
    let sorted = values.sorted()
    guard let low = sorted.first, let high = sorted.last, high > low else {
      let middle = sorted.first ?? 0
      edges = Self.edges(from: middle - 0.5, to: middle + 0.5, count: count ?? 1)
      return
    }
    let width = Self.automaticWidth(sorted, extent: high - low)
    edges = Self.edges(
      from: low, to: high, count: count ?? max(1, Int(((high - low) / width).rounded(.up))))
  }

  /// How many of the values each bin holds: those from its lower edge to below its upper one, and in the last bin
  /// also that.
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
    let width = min(freedmanDiaconis, extent / (log2(count) + 1))
    let isWhole = sorted.allSatisfy { $0 == $0.rounded() }
    return isWhole ? max(1, width) : width
  }
}

/// The value below which a share of all values lies.
package enum Quantile {
  /// Interpolated between neighbours, as NumPy's `quantile` does.
  package static func of(_ sorted: [Double], _ share: Double) -> Double {
    guard let last = sorted.indices.last else { return .nan }
    let place = share * Double(last)
    let lower = Int(place.rounded(.down))
    let fraction = place - Double(lower)
    return sorted[lower] + fraction * (sorted[min(lower + 1, last)] - sorted[lower])
  }
}
