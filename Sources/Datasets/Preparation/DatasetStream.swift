import Engine

/// What data sets take random numbers for: each has streams of its own.
enum DatasetStream: Int, Sendable {
  case testSplit = 1
  case digitTraining = 2
  case digitTest = 3

  /// - Parameter index: of the image, where there is one stream for each.
  func stream(seed: UInt64, index: Int = 0) -> RandomStream {
    RandomStream(seed: seed, purpose: .dataset, layer: rawValue, epoch: index)
  }
}
