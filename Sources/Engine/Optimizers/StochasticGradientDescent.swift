import CKernels
import Options

/// `w ← w − rate · g`; with momentum m, `v ← m · v − rate · g` and `w ← w + v`, or `w ← w + m · v − rate · g`
/// with Nesterov momentum.
package struct StochasticGradientDescent: Optimizer {
  package static let name = "sgd"
  package static let abstract = "Stochastic gradient descent: each step goes down the batch's gradient."

  package static let usualLearningRates = 1e-4...1.0

  package let schedule: any LearningRateSchedule
  package let momentum: Double
  package let nesterov: Bool
  package let gradientRules: [any GradientRule]

  package init(learningRate: Double = 0.01, momentum: Double = 0, nesterov: Bool = false) {
    schedule = ConstantRate(learningRate)
    self.momentum = momentum
    self.nesterov = nesterov
    gradientRules = []
  }

  package init(_ options: inout OptionReader) {
    schedule = options.readLearningRate(default: 0.01)
    momentum = options.read(
      "momentum", .number(.within(0...1)), default: 0,
      help: "How much of the last step is kept in the next.")
    nesterov = options.read(
      "nesterov", .flag, default: false, help: "Whether the gradient is taken after the momentum's move.")
    gradientRules = options.readGradientRules()
  }

  package var stateCount: Int { momentum == 0 ? 0 : 1 }

  package var isPlainDescent: Bool { momentum == 0 }

  package func step(_ array: TrainedArray, at moment: StepMoment, on engine: ExecutionContext) {
    let kernels = engine.kernels.table.pointee
    guard let velocity = array.state.first else {
      kernels.add_scaled(array.count, -Float(moment.rate), array.gradient, array.weights)
      return
    }
    kernels.sgd_momentum(
      array.count, Float(moment.rate), Float(momentum), nesterov ? 1 : 0, array.gradient, velocity,
      array.weights)
  }
}
