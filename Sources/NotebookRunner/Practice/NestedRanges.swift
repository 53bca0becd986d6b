import Diagnostics

/// Ranges of the source, among which one around another or within another is found by binary search.
struct NestedRanges {
  /// The starts in ascending order.
  private let starts: [Int]
  /// The greatest end of the ranges up to each place.
  private let greatestEnds: [Int]
  /// The least end of the ranges from each place on.
  private let leastEnds: [Int]

  init(_ ranges: [SourceRange]) {
    let ranges = ranges.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    starts = ranges.map(\.start)
    var greatest: [Int] = []
    for range in ranges { greatest.append(max(range.end, greatest.last ?? 0)) }
    greatestEnds = greatest
    var least: [Int] = []
    for range in ranges.reversed() { least.append(min(range.end, least.last ?? .max)) }
    leastEnds = least.reversed()
  }

  /// Returns true if one of the ranges holds all of another.
  func hasRange(around other: SourceRange) -> Bool {
    let count = countOfStarts { $0 <= other.start }
    return count > 0 && greatestEnds[count - 1] >= other.end
  }

  /// Returns true if one of the ranges lies within another.
  func hasRange(within other: SourceRange) -> Bool {
    let count = countOfStarts { $0 < other.start }
    return count < leastEnds.count && leastEnds[count] <= other.end
  }

  /// Returns the number of starts, from the first, for which a condition holds that fails for all greater ones.
  private func countOfStarts(where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(starts[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
