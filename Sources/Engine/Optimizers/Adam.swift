import CKernels
import Options

/// Adam (Kingma and Ba, ICLR 2015), with the step of Keras: `m ← m + (1 − β₁) · (g − m)`,
/// `v ← v + (1 − β₂) · (g² − v)` and `w ← w − rate · √(1 − β₂ᵗ) / (1 − β₁ᵗ) · m / (√v + ε)`.
///
/// With `amsgrad` the largest v so far takes its place in the step (Reddi, Kale and Kumar, ICLR 2018).
package struct Adam: Optimizer {
  package static let name = "adam"
  package static let abstract =
    "Adam: each number's steps are scaled by its own gradients so far, so that most go equally far."

  package static let usualLearningRates = 1e-5...0.02

  package let schedule: any LearningRateSchedule
  package let firstDecay: Double
  package let secondDecay: Double
  package let epsilon: Double
  package let amsgrad: Bool
  package let gradientRules: [any GradientRule]

  package init(
    learningRate: Double = 0.001, firstDecay: Double = 0.9, secondDecay: Double = 0.999,
    epsilon: Double = 1e-7
  ) {
    schedule = ConstantRate(learningRate)
    self.firstDecay = firstDecay
    self.secondDecay = secondDecay
    self.epsilon = epsilon
    amsgrad = false
    gradientRules = []
  }

  package init(_ options: inout OptionReader) { self.init(&options, weightDecay: nil) }

  /// - Parameter weightDecay: the default weight decay; `nil` for none.
  init(_ options: inout OptionReader, weightDecay: OptionValue?) {
    schedule = options.readLearningRate(default: 0.001)
    firstDecay = options.readKeptShare("beta_1", of: "the mean of gradients", default: 0.9)
    secondDecay = options.readKeptShare("beta_2", of: "the mean of their squares", default: 0.999)
    epsilon = options.readEpsilon()
    amsgrad = options.read(
      "amsgrad", .flag, default: false, help: "Whether the largest mean of squares so far scales the steps.")
    gradientRules = options.readGradientRules(weightDecay: weightDecay)
  }

  /// The two running means, of the gradients and of their squares, and the largest mean of squares if it is needed.
  package var stateCount: Int { amsgrad ? 3 : 2 }

  package func step(_ array: TrainedArray, at moment: StepMoment, on engine: ExecutionContext) {
    // Both means start at zero, which this factor corrects.
    let first = 1 - Mathematics.power(firstDecay, moment.iteration)
    let second = 1 - Mathematics.power(secondDecay, moment.iteration)
    let rate = Float(moment.rate * second.squareRoot() / first)
    let kernels = engine.kernels.table
    guard amsgrad else {
      kernels.pointee.adam(
        array.count, rate, Float(1 - firstDecay), Float(1 - secondDecay), Float(epsilon), array.gradient,
        array.state[0], array.state[1], array.weights)
      return
    }
    kernels.pointee.amsgrad(
      array.count, rate, Float(1 - firstDecay), Float(1 - secondDecay), Float(epsilon), array.gradient,
      array.state[0], array.state[1], array.state[2], array.weights)
  }
}
