import Options

/// `100 |y − t| / max(|t|, 1e-7)`, averaged over the outputs.
package struct MeanAbsolutePercentageError: OutputwiseLoss {
  package static let name = "mean_absolute_percentage_error"
  package static let abstract =
    "For numbers other than zero: how far each output is off, in percent of its target."

  package init() {}
  package init(_ options: inout OptionReader) {}

  func value(_ y: Float, _ t: Float, _ f: Float) -> Float { 100 * abs((t - y) / scale(t)) }

  func slope(_ y: Float, _ t: Float, _ f: Float) -> Float {
    y == t ? 0 : (y < t ? -100 : 100) / scale(t)
  }

  private func scale(_ t: Float) -> Float { max(abs(t), Probability.epsilon) }
}
