import CKernels
import Options

/// Adagrad (Duchi, Hazan and Singer, JMLR 2011), with the step of Keras: `s ← s + g²` and
/// `w ← w − rate · g / √(s + ε)`, where s starts at `initial_accumulator_value`.
package struct Adagrad: Optimizer {
  package static let name = "adagrad"
  package static let abstract =
    "Adagrad: each number's steps become smaller with the sum of all its squared gradients."

  package static let usualLearningRates = 1e-4...1.0

  package let schedule: any LearningRateSchedule
  package let gradientRules: [any GradientRule]
  private let start: Double
  private let epsilon: Double

  package init(_ options: inout OptionReader) {
    schedule = options.readLearningRate(default: 0.001)
    start = options.read(
      "initial_accumulator_value", .number(.nonnegativeFloat), default: 0.1,
      help: "The sum of squared gradients before the first step.")
    epsilon = options.readEpsilon()
    gradientRules = options.readGradientRules()
  }

  /// The sum of squares without its start, since state starts at zero.
  package var stateCount: Int { 1 }

  package func step(_ array: TrainedArray, at moment: StepMoment, on engine: ExecutionContext) {
    engine.kernels.table.pointee.adagrad(
      array.count, Float(moment.rate), Float(start + epsilon), array.gradient, array.state[0], array.weights)
  }
}
