import Engine

/// A stream of random words of the engine, used one after another.
struct RandomNumbers {
  private let stream: RandomStream
  private var words: [UInt32]
  private var next = 0

  /// - Parameter estimate: the number of words that will probably be used.
  init(_ stream: RandomStream, estimate: Int) {
    self.stream = stream
    words = stream.words(estimate)
  }

  mutating func word() -> UInt32 {
    if next == words.count { words = stream.words(2 * words.count) }
    defer { next += 1 }
    return words[next]
  }

  /// Returns a number in `0..<bound`. No number is favoured by more than bound / 2³².
  mutating func integer(below bound: Int) -> Int { Int((UInt64(word()) * UInt64(bound)) >> 32) }

  /// Returns a number in `0..<1`.
  mutating func unit() -> Float { Float(unit: word()) }

  mutating func number(in range: ClosedRange<Float>) -> Float {
    range.lowerBound + (range.upperBound - range.lowerBound) * unit()
  }

  /// Returns a nearly normal number of mean 0 and standard deviation 1: the scaled sum of four uniform numbers
  /// (Irwin–Hall), within ±3.47. It needs additions alone.
  mutating func bell() -> Float {
    let sum = unit() + unit() + unit() + unit()
    return (sum - 2) * 1.7320508
  }
}
