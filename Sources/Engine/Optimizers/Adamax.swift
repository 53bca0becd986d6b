import CKernels
import Options

/// Adamax (Kingma and Ba, ICLR 2015, section 7.1), with the step of Keras: `m ← m + (1 − β₁) · (g − m)`,
/// `u ← max(β₂ · u, |g|)` and `w ← w − rate / (1 − β₁ᵗ) · m / (u + ε)`.
package struct Adamax: Optimizer {
  package static let name = "adamax"
  package static let abstract =
    "Adamax: Adam with the largest recent gradient in place of the mean of squares."

  package static let usualLearningRates = 1e-5...0.05

  package let schedule: any LearningRateSchedule
  package let gradientRules: [any GradientRule]
  private let firstDecay: Double
  private let secondDecay: Double
  private let epsilon: Double

  package init(_ options: inout OptionReader) {
    schedule = options.readLearningRate(default: 0.001)
    firstDecay = options.readKeptShare("beta_1", of: "the mean of gradients", default: 0.9)
    secondDecay = options.readKeptShare("beta_2", of: "the largest gradient", default: 0.999)
    epsilon = options.readEpsilon()
    gradientRules = options.readGradientRules()
  }

  /// The running mean of the gradients, and their largest magnitude.
  package var stateCount: Int { 2 }

  package func step(_ array: TrainedArray, at moment: StepMoment, on engine: ExecutionContext) {
    let first = 1 - Mathematics.power(firstDecay, moment.iteration)
    engine.kernels.table.pointee.adamax(
      array.count, Float(moment.rate / first), Float(1 - firstDecay), Float(secondDecay), Float(epsilon),
      array.gradient, array.state[0], array.state[1], array.weights)
  }
}
