/// A choice of the samples with wrong answers that are shown: one of each pair of truth and answer in turn, beginning
/// with the most frequent pair, so that no kind of mistake fills the page.
package enum ConfusedPairs {
  package struct Pair: Hashable {
    let actual: Int32
    let predicted: Int32

    package init(actual: Int32, predicted: Int32) {
      self.actual = actual
      self.predicted = predicted
    }
  }

  /// Returns the chosen samples, those of one pair next to each other.
  ///
  /// - Parameters:
  ///   - samples: the samples, the preferred ones first.
  ///   - count: the largest number that is chosen.
  ///   - pair: returns the pair of a sample. Equally frequent pairs are in the order of their classes.
  package static func choose(_ samples: [Int], count: Int, pair: (Int) -> Pair) -> [Int] {
    let pairs = Dictionary(grouping: samples, by: pair).sorted { one, two in
      (two.value.count, one.key.actual, one.key.predicted)
        < (one.value.count, two.key.actual, two.key.predicted)
    }.map(\.value)
    var chosen = pairs.map { _ in 0 }
    var left = min(count, samples.count)
    while left > 0 {
      for index in pairs.indices where left > 0 && chosen[index] < pairs[index].count {
        chosen[index] += 1
        left -= 1
      }
    }
    return zip(pairs, chosen).flatMap { $0.prefix($1) }
  }
}
