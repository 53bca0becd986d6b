import CKernels
import Options

/// RMSprop (Tieleman and Hinton, lecture 6.5, 2012), with the step of Keras: `v ← ρ · v + (1 − ρ) · g²` and
/// `w ← w − rate · g / √(v + ε)`.
///
/// If it is centered, `a ← ρ · a + (1 − ρ) · g` and v − a², at least 0, takes the place of v. With momentum μ, the steps
/// are summed to `s ← μ · s + step`, and `w ← w − s`.
package struct RMSprop: Optimizer {
  package static let name = "rmsprop"
  package static let abstract =
    "RMSprop: each number's steps are divided by the size of its own recent gradients."

  package static let usualLearningRates = 1e-5...0.02

  package let schedule: any LearningRateSchedule
  package let gradientRules: [any GradientRule]
  private let rho: Double
  private let momentum: Double
  private let epsilon: Double
  private let isCentered: Bool

  package init(_ options: inout OptionReader) {
    schedule = options.readLearningRate(default: 0.001)
    rho = options.readKeptShare("rho", of: "the mean of squared gradients", default: 0.9)
    momentum = options.read(
      "momentum", .number(.within(0...1)), default: 0,
      help: "How much of the last step is kept in the next.")
    epsilon = options.readEpsilon()
    isCentered = options.read(
      "centered", .flag, default: false,
      help: "Whether steps are divided by the deviation of the gradients from their mean.")
    gradientRules = options.readGradientRules()
  }

  /// The mean of squares, then the mean of the gradients and the sum of the steps where they are needed.
  package var stateCount: Int { 1 + (isCentered ? 1 : 0) + (momentum == 0 ? 0 : 1) }

  package func step(_ array: TrainedArray, at moment: StepMoment, on engine: ExecutionContext) {
    engine.kernels.table.pointee.rmsprop(
      array.count, Float(moment.rate), Float(rho), Float(1 - rho), Float(momentum), Float(epsilon),
      array.gradient, array.state[0], isCentered ? array.state[1] : nil,
      momentum == 0 ? nil : array.state[array.state.count - 1], array.weights)
  }
}
