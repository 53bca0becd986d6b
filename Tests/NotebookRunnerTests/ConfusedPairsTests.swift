import NotebookRunner
import Testing

@Suite struct ConfusedPairsTests {
  /// The pairs of nine mistakes: three times 0 → 1, four times 2 → 1, once 0 → 2 and once 1 → 0.
  private let pairs: [ConfusedPairs.Pair] = [
    (0, 1), (2, 1), (0, 1), (1, 0), (2, 1), (0, 2), (2, 1), (0, 1), (2, 1),
  ]
  .map { .init(actual: $0.0, predicted: $0.1) }

  private func choose(_ count: Int, of samples: [Int] = Array(0..<9)) -> [Int] {
    ConfusedPairs.choose(samples, count: count) { pairs[$0] }
  }

  @Test("The most frequent pairs come first, each with its first sample, before any has two.")
  func turns() {
    #expect(choose(2) == [1, 0])
    // Equally frequent pairs are in the order of their classes.
    #expect(choose(4) == [1, 0, 5, 3])
    #expect(choose(5) == [1, 4, 0, 5, 3])
    #expect(choose(100) == [1, 4, 6, 8, 0, 2, 7, 5, 3])
    #expect(choose(0).isEmpty && choose(3, of: []).isEmpty)
  }

  @Test("Within a pair the preferred samples come first.")
  func preference() {
    #expect(choose(2, of: [8, 7, 6, 5, 4, 3, 2, 1, 0]) == [8, 7])
  }
}
