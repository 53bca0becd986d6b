import Options

/// A rule that weights are made to follow after each step of the optimizer.
package protocol Constraint: Configurable {
  /// The dimensions along which norms are taken, negative ones counted from the end; `nil` if each number stands alone.
  var axes: [Int]? { get }

  /// Changes weights as little as the rule asks.
  func apply(to weights: ConstrainedWeights)
}

extension Constraint {
  package var axes: [Int]? { nil }

  /// Checks that arrays of a shape have the dimensions along which norms are taken.
  func check(shape: [Int]) throws(ModelProblem) {
    guard let axis = axes?.first(where: { !(-shape.count..<shape.count).contains($0) }) else { return }
    throw .noSuchAxis(constraint: Self.name, axis: axis, shape)
  }
}

extension OptionReader {
  /// Reads `axis`.
  mutating func readAxes() -> [Int] {
    read(
      "axis", .list(of: .integer(.within(-8...7))), default: 0,
      help: "The dimensions of the array along which a norm is taken: 0 for each unit of a dense layer, "
        + "[0, 1, 2] for each filter of conv2d.")
  }
}
