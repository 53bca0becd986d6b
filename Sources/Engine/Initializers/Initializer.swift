import Options

/// A rule for the initial values of weights.
package protocol Initializer: Configurable {
  /// Returns the initial values of an array.
  ///
  /// - Parameter stream: the random numbers of this array.
  func values(shape: [Int], from stream: RandomStream) -> [Float]

  /// Checks that the rule is defined for arrays of a shape.
  func check(shape: [Int]) throws(ModelProblem)
}

extension Initializer {
  package var name: String { Self.name }
  package func check(shape: [Int]) throws(ModelProblem) {}
}
