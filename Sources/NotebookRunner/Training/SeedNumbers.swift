import Engine
import NotebookResults
import Tuning

/// A number that each of several seeds gave.
struct SeedNumbers: Sendable, Hashable {
  let seeds: [Int]
  /// The numbers in the order of the seeds.
  let values: [Double]

  init(seeds: [Int], values: [Double]) {
    self.seeds = seeds
    self.values = values
  }

  /// Returns the test of the differences from others, seed by seed, over the seeds that both have.
  ///
  /// - Returns: `nil` if fewer than two seeds are common, or a number is not finite.
  func test(against others: SeedNumbers) -> PairedTest? {
    let pairs = pairs(with: others)
    return PairedTest(pairs.map(\.own), pairs.map(\.other))
  }

  /// Returns the numbers of the seeds that both have, in the order of these.
  func pairs(with others: SeedNumbers) -> [(own: Double, other: Double)] {
    let known = Dictionary(zip(others.seeds, others.values)) { first, _ in first }
    return zip(seeds, values).compactMap { seed, own in known[seed].map { (own, $0) } }
  }
}

extension FitProduct {
  /// Returns the value of a series for the weights of each seed; `nil` if it is not recorded.
  func results(of series: RecordedSeries) -> SeedNumbers? {
    history.results(of: series).map { SeedNumbers(seeds: runs.map(\.seed), values: $0) }
  }
}

extension Table.Cell {
  /// Creates a cell for the mean of some values of a quantity, with their standard deviation if there are several.
  init(_ values: [Double], of quantity: Quantity) {
    guard values.count > 1, let spread = Spread(values), let deviation = spread.standardDeviation else {
      self.init(Self.mean(of: values), of: quantity)
      return
    }
    let isShare = quantity.unit == .share
    self = .spread(spread.mean, deviation: deviation, digits: isShare ? 2 : 4, isPercent: isShare)
  }

  /// Creates a cell for the mean of some shares, with their standard deviation if there are several.
  init(shares values: [Double], digits: Int) {
    guard values.count > 1, let spread = Spread(values), let deviation = spread.standardDeviation else {
      self = .percent(Self.mean(of: values), digits: digits)
      return
    }
    self = .spread(spread.mean, deviation: deviation, digits: digits, isPercent: true)
  }

  private static func mean(of values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }
}
