import CKernels
import Options

/// Lion (Chen et al., "Symbolic discovery of optimization algorithms", 2023), with the step of Keras:
/// `w ← w − rate · sign(β₁ · m + (1 − β₁) · g)`, then `m ← β₂ · m + (1 − β₂) · g`.
package struct Lion: Optimizer {
  package static let name = "lion"
  package static let abstract = "Lion: all numbers go equally far, each by the sign of its mean gradient."

  package static let usualLearningRates = 1e-6...0.005

  package let schedule: any LearningRateSchedule
  package let gradientRules: [any GradientRule]
  private let firstDecay: Double
  private let secondDecay: Double

  package init(_ options: inout OptionReader) {
    schedule = options.readLearningRate(default: 0.001)
    firstDecay = options.read(
      "beta_1", .number(.between(0, 1)), default: 0.9,
      help: "How much the mean of gradients counts against the newest gradient.")
    secondDecay = options.readKeptShare("beta_2", of: "the mean of gradients", default: 0.99)
    gradientRules = options.readGradientRules()
  }

  /// The running mean of the gradients.
  package var stateCount: Int { 1 }

  package func step(_ array: TrainedArray, at moment: StepMoment, on engine: ExecutionContext) {
    engine.kernels.table.pointee.lion(
      array.count, Float(moment.rate), Float(firstDecay), Float(1 - firstDecay), Float(secondDecay),
      Float(1 - secondDecay), array.gradient, array.state[0], array.weights)
  }
}
