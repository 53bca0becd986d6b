import Options

/// A rule for the initial values of weights.
package protocol Initializer: Configurable {
  /// Returns the initial values of an array.
  ///
  /// - Parameter stream: the random numbers of this array.
  func values(shape: [Int], from stream: RandomStream) -> [Float]
}

extension Initializer {
  package var name: String { Self.name }
}
