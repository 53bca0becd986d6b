import Options

/// The Kullback–Leibler divergence `Σ t ln(t / p)` of probabilities p from shares t, both clipped to [1e-7, 1] as in Keras.
package struct KLDivergence: OutputwiseLoss {
  package static let name = "kl_divergence"
  package static let abstract =
    "For shares that add up to 1: how far the network's probabilities are from them."

  package init() {}
  package init(_ options: inout OptionReader) {}

  package var lastActivation: String? { Softmax.name }

  package func check(outputs: Int, lastActivation: String?, targets: TargetForm) throws(TrainingProblem) {
    try checkCategories(outputs: outputs, lastActivation: lastActivation, targets: targets)
  }

  static func divisor(outputs: Int) -> Float { 1 }

  static var valueFunction: ElementaryFunction? { .log }
  func valueArgument(_ y: Float, _ t: Float) -> Float { clipped(t) / clipped(y) }

  func value(_ y: Float, _ t: Float, _ f: Float) -> Float { clipped(t) * f }
  func slope(_ y: Float, _ t: Float, _ f: Float) -> Float { y == clipped(y) ? -clipped(t) / y : 0 }

  private func clipped(_ p: Float) -> Float { p < Probability.epsilon ? Probability.epsilon : p > 1 ? 1 : p }
}
