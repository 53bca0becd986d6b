/// Standard normal numbers by inversion. Number i depends on word i of the stream alone.
enum NormalSampler {
  /// Returns standard normal numbers; the resolution of the words keeps them within ±6.4.
  static func standard(_ count: Int, from stream: RandomStream) -> [Float] {
    stream.words(count).map(standard)
  }

  /// Returns the standard normal number of a word.
  static func standard(_ word: UInt32) -> Float { Float(Mathematics.normalQuantile(probability(word))) }

  /// Returns standard normal numbers truncated to ±2.
  static func truncated(_ count: Int, from stream: RandomStream) -> [Float] {
    // Φ(−2), the share cut off on either side.
    let tail = 0.022750131948179207
    return stream.words(count).map {
      Float(Mathematics.normalQuantile(tail + (1 - 2 * tail) * probability($0)))
    }
  }

  /// Returns the middle of the interval of (0, 1) that a word stands for.
  private static func probability(_ word: UInt32) -> Double { (Double(word) + 0.5) * 0x1p-32 }
}
