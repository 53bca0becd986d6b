import Engine

/// The random numbers of a search by their purpose.
enum SearchStream: Int {
  case point
  case digits
  case shift
  case candidate

  /// Returns the stream of an index within the purpose, below 2²⁰, and a trial.
  func stream(seed: UInt64, index: Int = 0, trial: Int = 0) -> RandomStream {
    RandomStream(seed: seed, purpose: .search, layer: rawValue << 20 | index, epoch: trial)
  }
}

extension RandomStream {
  /// Returns numbers of [0, 1), multiples of 2⁻⁵³.
  func units(_ count: Int) -> [Double] {
    let words = words(2 * count)
    return (0..<count).map { index in
      Double((UInt64(words[2 * index]) << 32 | UInt64(words[2 * index + 1])) >> 11) * 0x1p-53
    }
  }
}
