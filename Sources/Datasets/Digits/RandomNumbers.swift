import Engine

/// A stream of the engine's random words, taken one after another.
struct RandomNumbers {
  private let stream: RandomStream
  private var words: [UInt32]
  private var next = 0

  /// - Parameter estimate: how many words will probably be needed.
  init(_ stream: RandomStream, estimate: Int) {
    self.stream = stream
    words = stream.words(estimate)
  }

  mutating func word() -> UInt32 {
    if next == words.count { words = stream.words(2 * words.count) }
    defer { next += 1 }
    return words[next]
  }

  /// A number in 0..<bound; none is favoured by more than bound / 2³².
  mutating func integer(below bound: Int) -> Int { Int((UInt64(word()) * UInt64(bound)) >> 32) }

  /// A number in 0..<1.
  mutating func unit() -> Float { Float(unit: word()) }

  mutating func number(in range: ClosedRange<Float>) -> Float {
    range.lowerBound + (range.upperBound - range.lowerBound) * unit()
  }

  /// Nearly normal, mean 0 and deviation 1: the sum of four uniform numbers (Irwin–Hall), never beyond ±3.47,
  /// by additions alone.
  mutating func bell() -> Float {
    let sum = unit() + unit() + unit() + unit()
    return (sum - 2) * 1.7320508
  }
}
