import CKernels
import Options

/// Adadelta (Zeiler, 2012), with the step of Keras: `v ← ρ · v + (1 − ρ) · g²`, `d = √(u + ε) / √(v + ε) · g`,
/// `u ← ρ · u + (1 − ρ) · d²` and `w ← w − rate · d`.
package struct Adadelta: Optimizer {
  package static let name = "adadelta"
  package static let abstract =
    "Adadelta: each number's steps are scaled by the size of its recent steps and gradients."

  package static let usualLearningRates = 1e-4...2.0

  package let schedule: any LearningRateSchedule
  package let gradientRules: [any GradientRule]
  private let rho: Double
  private let epsilon: Double

  package init(_ options: inout OptionReader) {
    schedule = options.readLearningRate(default: 0.001)
    rho = options.readKeptShare("rho", of: "the means of squares", default: 0.95)
    epsilon = options.readEpsilon()
    gradientRules = options.readGradientRules()
  }

  /// The two running means: of the squared gradients, and of the squared steps.
  package var stateCount: Int { 2 }

  package func step(_ array: TrainedArray, at moment: StepMoment, on engine: ExecutionContext) {
    engine.kernels.table.pointee.adadelta(
      array.count, Float(moment.rate), Float(rho), Float(1 - rho), Float(epsilon), array.gradient,
      array.state[0], array.state[1], array.weights)
  }
}
