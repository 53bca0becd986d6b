import Options

/// The point at which the loss stopped being a finite number, with facts about the cause.
package struct Divergence: Sendable, Hashable, Codable {
  package enum Moment: Sendable, Hashable, Codable {
    /// A step of the epoch, counted from 1.
    case step(Int)
    /// The measurement on the validation data, after the epoch.
    case validation
  }

  /// The epoch, counted from 1.
  package let epoch: Int
  package let moment: Moment
  package let optimizer: String
  /// The learning rate, or the largest of its schedule.
  package let learningRate: Double
  /// A Boolean value that indicates whether the learning rate follows a schedule.
  package let hasSchedule: Bool
  /// A learning rate that is more likely to work.
  package let saferRate: Double
  /// The largest magnitude among the inputs.
  package let largestInput: Float

  package init(epoch: Int, moment: Moment, optimizer: any Optimizer, inputs: Samples) {
    self.epoch = epoch
    self.moment = moment
    self.optimizer = optimizer.name
    learningRate = optimizer.learningRate
    hasSchedule = !(optimizer.schedule is ConstantRate)
    saferRate = Self.oneDigit(min(optimizer.learningRate / 10, type(of: optimizer).defaultLearningRate))
    largestInput = inputs.largestMagnitude
  }

  /// A Boolean value that indicates whether a step came before it, so that the learning rate can be the cause.
  package var followsAStep: Bool { (epoch > 1 || moment != .step(1)) && learningRate > 0 }

  /// A Boolean value that indicates whether the inputs are large enough, or undefined, to be a likely cause.
  package var hasLargeInputs: Bool { !(largestInput <= 10) }

  private static func oneDigit(_ number: Double) -> Double {
    guard number > 0 else { return 0 }
    var power = 1.0
    while number * power < 1 { power *= 10 }
    return (number * power).rounded() / power
  }
}

extension Optimizer {
  /// The default learning rate.
  static var defaultLearningRate: Double {
    var nothing = OptionReader(OptionValue(.mapping([])), of: name)
    return Self(&nothing).learningRate
  }
}

extension Samples {
  fileprivate var largestMagnitude: Float {
    switch storage {
    case .bytes(let bytes, let scale): Float(bytes.max() ?? 0) * scale
    case .floats(let floats): floats.map(\.magnitude).max() ?? 0
    }
  }
}
