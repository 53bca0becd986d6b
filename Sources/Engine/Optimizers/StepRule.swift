/// The update of the weights after a backward pass: changes of the gradients, the step of the optimizer, then the
/// constraints.
struct StepRule {
  let optimizer: any Optimizer
  let gradientRules: [any GradientRule]
  /// The length of the whole training.
  let training: TrainingLength

  /// The largest learning rate that is finite as a `Float`, which a schedule that rises without end would exceed.
  private static let largestRate = 1e38

  /// - Parameters:
  ///   - pass: the pass that computed the gradients.
  ///   - adjusted: returns the rate to use in place of the scheduled one.
  func moment(of pass: Pass, _ adjusted: (Double) -> Double) -> StepMoment {
    let rate = adjusted(optimizer.schedule.rate(atStep: pass.step, of: training))
    return StepMoment(iteration: pass.step + 1, rate: min(rate, Self.largestRate))
  }

  /// Returns the learning rate, if a step is exactly `weights − rate · gradient`; otherwise `nil`.
  func plainRate(at moment: StepMoment) -> Float? {
    let rate = Float(moment.rate)
    // The kernels take a rate of zero, to which tiny ones are rounded, to mean that there is no step.
    return optimizer.isPlainDescent && gradientRules.isEmpty && rate != 0 ? rate : nil
  }

  /// Updates the weights of operations whose gradients are computed.
  ///
  /// - Parameter arrays: the arrays of weights of all these operations, which the gradient rules change together.
  func step(
    _ operations: [any Operation], _ arrays: [TrainedArray], at moment: StepMoment,
    on context: ExecutionContext
  ) {
    for rule in gradientRules { rule.apply(to: arrays, at: moment, on: context) }
    let count = operations.reduce(0) { $0 + $1.parameters.reduce(0) { $0 + ($1.trained?.count ?? 0) } }
    // Each number is moved by its own gradient and state alone.
    context.split(lanesOf: count, work: Self.workPerNumber * Double(count)) { part in
      var first = 0
      for operation in operations {
        for parameter in operation.parameters {
          guard let array = parameter.trained else { continue }
          let own = part.clamped(to: first..<first + array.count)
          if !own.isEmpty {
            optimizer.step(
              array.part(own.lowerBound - first..<own.upperBound - first), at: moment, on: context)
          }
          first += array.count
        }
      }
    }
    for operation in operations where !operation.parameters.isEmpty {
      for parameter in operation.parameters { parameter.constrain() }
      operation.parametersChanged()
    }
  }

  /// A number of multiplications in a product that takes about as long as the step of one number.
  private static let workPerNumber = 16.0
}

/// The number of a step and its learning rate.
package struct StepMoment: Sendable {
  /// The number of steps since training began, this one included.
  package let iteration: Int
  /// The learning rate.
  package let rate: Double
}

/// One array of weights with its gradient and the optimizer's state.
package struct TrainedArray {
  /// The number of weights with padding, a multiple of a vector register's floats. The gradient of the padding is zero.
  package let count: Int
  package let weights: UnsafeMutablePointer<Float>
  package let gradient: UnsafeMutablePointer<Float>
  /// `Optimizer.stateCount` arrays of `count` numbers.
  package let state: OptimizerState

  /// Returns some of the weights, by whole vector registers.
  func part(_ range: Range<Int>) -> TrainedArray {
    if range.count == count { return self }
    return TrainedArray(
      count: range.count, weights: weights + range.lowerBound, gradient: gradient + range.lowerBound,
      state: state.from(range.lowerBound))
  }
}

/// The arrays of numbers that an optimizer keeps for an array of weights, each from the same place on.
package struct OptimizerState: RandomAccessCollection {
  private let arrays: [UnsafeMutablePointer<Float>]
  private let first: Int

  init(_ arrays: [UnsafeMutablePointer<Float>], from first: Int = 0) {
    self.arrays = arrays
    self.first = first
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { arrays.count }
  package subscript(index: Int) -> UnsafeMutablePointer<Float> { arrays[index] + first }

  /// Returns the same arrays from a later place on; nothing is allocated.
  func from(_ place: Int) -> OptimizerState { OptimizerState(arrays, from: first + place) }
}

/// A change of the gradients or the weights before the step of the optimizer, such as clipping or weight decay.
package protocol GradientRule: Sendable {
  func apply(to arrays: [TrainedArray], at moment: StepMoment, on engine: ExecutionContext)
}
