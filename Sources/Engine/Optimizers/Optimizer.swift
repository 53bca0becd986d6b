import Options

/// How gradients move weights: a configuration, arrays of state beside each array of weights, and a step.
package protocol Optimizer: Configurable {
  /// How many arrays of state each array of weights has; they start at zero.
  var stateCount: Int { get }

  /// Moves the weights of one array.
  func step(_ array: TrainedArray, at moment: StepMoment, on engine: ExecutionContext)

  /// A step is `weights − rate · gradient` and nothing else, so that products can take it as they finish each sum,
  /// with the same bits.
  var isPlainDescent: Bool { get }

  /// Learning rates that are usual, outside which training mostly fails or stands still.
  static var usualLearningRates: ClosedRange<Double> { get }

  /// The learning rate, step by step.
  var schedule: any LearningRateSchedule { get }
}

extension Optimizer {
  package var name: String { Self.name }
  package var stateCount: Int { 0 }
  package var isPlainDescent: Bool { false }

  /// The learning rate of the first step, for messages.
  package var learningRate: Double { schedule.rate(atStep: 0, of: 1) }
}
