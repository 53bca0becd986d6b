import Options

/// How a layer's numbers start.
package protocol Initializer: Configurable {
  /// The first values of an array of that shape.
  ///
  /// - Parameter stream: the layer's own random numbers for this array.
  func values(shape: [Int], from stream: RandomStream) -> [Float]
}

extension Initializer {
  package var name: String { Self.name }
}
