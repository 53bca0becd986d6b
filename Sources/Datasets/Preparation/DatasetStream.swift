import Engine

/// A purpose for which data sets need random numbers. Each has its own streams.
enum DatasetStream: Int, Sendable {
  case testSplit = 1
  case digitTraining = 2
  case digitTest = 3
  case validation = 4

  /// - Parameter index: the index of the image, if each has its own stream.
  func stream(seed: UInt64, index: Int = 0) -> RandomStream {
    RandomStream(seed: seed, purpose: .dataset, layer: rawValue, epoch: index)
  }
}
