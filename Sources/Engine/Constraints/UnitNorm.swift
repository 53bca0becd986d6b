import Options

/// Scales weights to a norm of 1, with the formula of Keras: `w ← w / (1e-7 + norm)`.
package struct UnitNorm: Constraint {
  package static let name = "unit_norm"
  package static let abstract = "Scales the weights of each unit to a norm of 1."

  package let axes: [Int]?

  package init(_ options: inout OptionReader) { axes = options.readAxes() }

  package func apply(to weights: ConstrainedWeights) {
    weights.scale { norm in 1 / (normEpsilon + norm) }
  }
}
