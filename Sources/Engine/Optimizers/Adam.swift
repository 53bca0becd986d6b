import CKernels
import Options

/// Adam (Kingma and Ba, ICLR 2015), with the step of Keras: `m ← m + (1 − β₁) · (g − m)`,
/// `v ← v + (1 − β₂) · (g² − v)` and `w ← w − rate · √(1 − β₂ᵗ) / (1 − β₁ᵗ) · m / (√v + ε)`.
package struct Adam: Optimizer {
  package static let name = "adam"
  package static let abstract =
    "Adam: each number's steps are scaled by its own gradients so far, so that most go equally far."

  package static let usualLearningRates = 1e-5...0.02

  package let schedule: any LearningRateSchedule
  package let firstDecay: Double
  package let secondDecay: Double
  package let epsilon: Double

  package init(
    learningRate: Double = 0.001, firstDecay: Double = 0.9, secondDecay: Double = 0.999,
    epsilon: Double = 1e-7
  ) {
    schedule = ConstantRate(learningRate)
    self.firstDecay = firstDecay
    self.secondDecay = secondDecay
    self.epsilon = epsilon
  }

  package init(_ options: inout OptionReader) {
    schedule = ConstantRate(
      options.read(
        "learning_rate", .number(.nonnegativeFloat), default: 0.001, help: "How far each step goes, about."))
    firstDecay = options.read(
      "beta_1", .number(.within(0..<1)), default: 0.9,
      help: "How much of the mean of gradients is kept from step to step.")
    secondDecay = options.read(
      "beta_2", .number(.within(0..<1)), default: 0.999,
      help: "How much of the mean of their squares is kept from step to step.")
    epsilon = options.read(
      "epsilon", .number(.positiveFloat), default: 1e-7,
      help: "What keeps steps finite where gradients are zero.")
  }

  /// The two running means: of the gradients, and of their squares.
  package var stateCount: Int { 2 }

  package func step(_ array: TrainedArray, at moment: StepMoment, on engine: ExecutionContext) {
    // Both means start at zero, which this factor corrects.
    let first = 1 - Self.power(firstDecay, moment.iteration)
    let second = 1 - Self.power(secondDecay, moment.iteration)
    engine.kernels.table.pointee.adam(
      array.count, Float(moment.rate * second.squareRoot() / first), Float(1 - firstDecay),
      Float(1 - secondDecay), Float(epsilon), array.gradient, array.state[0], array.state[1],
      array.weights)
  }

  /// Returns a power by repeated squaring, which gives the same bits everywhere.
  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, square, rest) = (1.0, base, exponent)
    while rest > 0 {
      if rest % 2 == 1 { result *= square }
      square *= square
      rest /= 2
    }
    return result
  }
}
