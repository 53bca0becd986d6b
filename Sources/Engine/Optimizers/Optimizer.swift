import Options

/// How gradients move weights: a configuration, arrays of state beside each array of weights, and a step.
package protocol Optimizer: Configurable {
  /// How many arrays of state each array of weights has; they start at zero.
  var stateCount: Int { get }

  /// Moves the weights of one array.
  func step(_ update: WeightUpdate, on engine: ExecutionContext)

  /// Where a step is `weights − rate · gradient` and nothing else, the rate; products then apply it as they
  /// finish each sum, with the same bits.
  var plainRate: Float? { get }

  /// Learning rates that are usual, outside which training mostly fails or stands still.
  static var usualLearningRates: ClosedRange<Double> { get }

  /// The learning rate, for messages.
  var learningRate: Double { get }
}

extension Optimizer {
  package var name: String { Self.name }
  package var stateCount: Int { 0 }
  package var plainRate: Float? { nil }
}

/// One array of weights with its gradient, at one step.
package struct WeightUpdate {
  /// A multiple of a register's floats; the padding's gradient is zero.
  package let count: Int
  package let weights: UnsafeMutablePointer<Float>
  package let gradient: UnsafePointer<Float>
  /// `stateCount` arrays of `count` numbers.
  package let state: [UnsafeMutablePointer<Float>]
  /// Steps taken since training began, counted from 1.
  package let iteration: Int
}
