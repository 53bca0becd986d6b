import Options

/// `y − t ln(y + 1e-7)`, averaged over the outputs: up to a term without y, the negative logarithm of the probability of
/// the count t if the mean is y.
package struct Poisson: OutputwiseLoss {
  package static let name = "poisson"
  package static let abstract =
    "For counts: how improbable the network finds each target, if its output is the mean."

  package init() {}
  package init(_ options: inout OptionReader) {}

  package var exampleActivation: String? { Softplus.name }

  /// The activations whose outputs are not negative.
  private static let activations: Set<String> = [
    Softplus.name, Exponential.name, Relu.name, Relu6.name, Sigmoid.name, HardSigmoid.name, Softmax.name,
  ]

  package func check(outputs: Int, lastActivation: String?, targets: TargetForm) throws(TrainingProblem) {
    guard targets.fits(outputs) else { throw .unitsDoNotMatchTargets(outputs: outputs, targets) }
    guard let lastActivation, Self.activations.contains(lastActivation) else {
      throw .lossNeedsPositiveOutputs(loss: Self.name, found: lastActivation)
    }
  }

  static var valueFunction: ElementaryFunction? { .log }
  func valueArgument(_ y: Float, _ t: Float) -> Float { y + Probability.epsilon }

  func value(_ y: Float, _ t: Float, _ f: Float) -> Float { y - t * f }
  func slope(_ y: Float, _ t: Float, _ f: Float) -> Float { 1 - t / (y + Probability.epsilon) }
}
