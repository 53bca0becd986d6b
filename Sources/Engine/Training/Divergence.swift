import Options

/// A loss that stopped being a finite number, and what bears on the cause.
package struct Divergence: Sendable, Hashable {
  package enum Moment: Sendable, Hashable {
    /// At a step of the epoch, counted from 1.
    case step(Int)
    /// On the validation data, after the epoch.
    case validation
  }

  /// Counted from 1.
  package let epoch: Int
  package let moment: Moment
  package let optimizer: String
  package let learningRate: Double
  /// A rate that is more likely to work.
  package let saferRate: Double
  /// The largest magnitude among the inputs.
  package let largestInput: Float

  package init(epoch: Int, moment: Moment, optimizer: any Optimizer, inputs: Samples) {
    self.epoch = epoch
    self.moment = moment
    self.optimizer = optimizer.name
    learningRate = optimizer.learningRate
    saferRate = Self.oneDigit(min(optimizer.learningRate / 10, type(of: optimizer).defaultLearningRate))
    largestInput = inputs.largestMagnitude
  }

  /// Whether a step was taken before it, so that the rate can be the cause.
  package var followsAStep: Bool { (epoch > 1 || moment != .step(1)) && learningRate > 0 }

  /// Whether inputs of this size are a likely cause; those that are not numbers are too.
  package var hasLargeInputs: Bool { !(largestInput <= 10) }

  private static func oneDigit(_ number: Double) -> Double {
    guard number > 0 else { return 0 }
    var power = 1.0
    while number * power < 1 { power *= 10 }
    return (number * power).rounded() / power
  }
}

extension Optimizer {
  /// The learning rate where none is given.
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
