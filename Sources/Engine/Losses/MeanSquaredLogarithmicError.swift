import Options

/// `(ln(y + 1) − ln(t + 1))²`, averaged over the outputs; y and t are at least 1e-7.
package struct MeanSquaredLogarithmicError: OutputwiseLoss {
  package static let name = "mean_squared_logarithmic_error"
  package static let abstract =
    "For numbers of very different sizes: the square of how far the logarithm of each output is off."

  package init() {}
  package init(_ options: inout OptionReader) {}

  static var valueFunction: ElementaryFunction? { .log }
  static var slopeFunction: ElementaryFunction? { .log }
  func valueArgument(_ y: Float, _ t: Float) -> Float { (clipped(y) + 1) / (clipped(t) + 1) }
  func slopeArgument(_ y: Float, _ t: Float) -> Float { valueArgument(y, t) }

  func value(_ y: Float, _ t: Float, _ f: Float) -> Float { f * f }

  func slope(_ y: Float, _ t: Float, _ f: Float) -> Float {
    y < Probability.epsilon ? 0 : 2 * f / (y + 1)
  }

  /// A NaN stays one.
  private func clipped(_ number: Float) -> Float {
    number < Probability.epsilon ? Probability.epsilon : number
  }
}
