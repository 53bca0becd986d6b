import Options

/// A method that updates weights by their gradients: its configuration, its arrays of state for each array of weights,
/// and its step.
package protocol Optimizer: Configurable {
  /// The number of arrays of state for each array of weights. They start at zero.
  var stateCount: Int { get }

  /// Updates the weights of one array.
  func step(_ array: TrainedArray, at moment: StepMoment, on engine: ExecutionContext)

  /// A Boolean value that indicates whether a step is exactly `weights − rate · gradient`. Operations may then take it
  /// while they compute the gradient, with the same bits.
  var isPlainDescent: Bool { get }

  /// The usual learning rates; outside of this range training usually diverges or hardly moves.
  static var usualLearningRates: ClosedRange<Double> { get }

  /// The learning rate of each step.
  var schedule: any LearningRateSchedule { get }

  /// The changes of gradients and weights before each step, in order: clipping, then weight decay.
  var gradientRules: [any GradientRule] { get }
}

extension Optimizer {
  package var name: String { Self.name }
  package var stateCount: Int { 0 }
  package var isPlainDescent: Bool { false }

  package var gradientRules: [any GradientRule] { [] }

  /// The learning rate, or the largest of its schedule, for messages and advice.
  package var learningRate: Double { schedule.largestRate }
}
