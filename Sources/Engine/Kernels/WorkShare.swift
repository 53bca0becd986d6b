import Synchronization

/// The pieces of a split that one thread begins with. It takes them from the front; another thread that has done its
/// own share takes what is left from the back.
package final class WorkShare: Sendable {
  /// The first piece and the piece after the last one, in the lower and the upper half.
  private let remaining = Atomic<UInt64>(0)

  package init() {}

  /// Fills the share, while no thread takes from it.
  package func fill(with pieces: Range<Int>) { remaining.store(Self.word(pieces), ordering: .releasing) }

  /// Takes the first half of what is left, so that a thread that nobody helps takes few turns.
  package func takeFirst() -> Range<Int>? { take { $0.prefix(($0.count + 1) / 2) } }

  /// Takes the last piece.
  package func takeLast() -> Range<Int>? { take { $0.suffix(1) } }

  private func take(_ choice: (Range<Int>) -> Range<Int>) -> Range<Int>? {
    var word = remaining.load(ordering: .acquiring)
    while true {
      let left = Int(word & 0xFFFF_FFFF)..<Int(word >> 32)
      guard !left.isEmpty else { return nil }
      let taken = choice(left)
      let rest =
        taken.lowerBound == left.lowerBound
        ? taken.upperBound..<left.upperBound : left.lowerBound..<taken.lowerBound
      let (exchanged, original) = remaining.compareExchange(
        expected: word, desired: Self.word(rest), ordering: .acquiringAndReleasing)
      if exchanged { return taken }
      word = original
    }
  }

  private static func word(_ pieces: Range<Int>) -> UInt64 {
    UInt64(pieces.upperBound) << 32 | UInt64(pieces.lowerBound)
  }
}
