import Options

/// Scales weights whose norm is above a limit down to it, with the formula of Keras:
/// `w ← w · min(norm, max_value) / (1e-7 + norm)` (Srivastava et al., 2014, use it beside dropout).
package struct MaxNorm: Constraint {
  package static let name = "max_norm"
  package static let abstract = "Scales down the weights of each unit if their norm is above a limit."

  package let axes: [Int]?
  private let limit: Double

  package init(_ options: inout OptionReader) {
    limit = options.read(
      "max_value", .number(.nonnegativeFloat), default: 2, help: "The largest norm.")
    axes = options.readAxes()
  }

  package func apply(to weights: ConstrainedWeights) {
    weights.scale { norm in min(norm, limit) / (normEpsilon + norm) }
  }
}
