/// A way from gradients to weights: rules that change the gradients first, then the optimizer's step.
struct StepRule {
  let optimizer: any Optimizer
  let gradientRules: [any GradientRule]
  /// The number of steps of the whole training.
  let stepCount: Int

  /// - Parameter pass: the pass whose gradients are taken.
  func moment(of pass: Pass) -> StepMoment {
    StepMoment(iteration: pass.step + 1, rate: optimizer.schedule.rate(atStep: pass.step, of: stepCount))
  }

  /// The rate, where a step is `weights − rate · gradient` and nothing else.
  func plainRate(at moment: StepMoment) -> Float? {
    // Products take a scale of zero to mean none, so that a rate of zero cannot ride with them.
    optimizer.isPlainDescent && gradientRules.isEmpty && moment.rate != 0 ? Float(moment.rate) : nil
  }

  /// Moves the weights of operations whose gradients are there.
  func step(_ operations: [any Operation], at moment: StepMoment, on context: ExecutionContext) {
    if !gradientRules.isEmpty {
      let arrays = operations.flatMap(\.parameters).compactMap(\.trained)
      for rule in gradientRules { rule.apply(to: arrays, at: moment, on: context) }
    }
    for operation in operations where !operation.parameters.isEmpty {
      for parameter in operation.parameters {
        if let array = parameter.trained { optimizer.step(array, at: moment, on: context) }
      }
      operation.parametersChanged()
    }
  }
}

/// The time of a step, and its length.
package struct StepMoment: Sendable {
  /// The number of steps since training began, this one included.
  package let iteration: Int
  /// The learning rate.
  package let rate: Double
}

/// One array of weights with its gradient and the optimizer's state.
package struct TrainedArray {
  /// A multiple of a register's floats; the padding's gradient is zero.
  package let count: Int
  package let weights: UnsafeMutablePointer<Float>
  package let gradient: UnsafeMutablePointer<Float>
  /// `Optimizer.stateCount` arrays of `count` numbers.
  package let state: [UnsafeMutablePointer<Float>]
}

/// A change of all gradients, or of the weights, before the optimizer's step: clipping, weight decay, a penalty.
package protocol GradientRule: Sendable {
  func apply(to arrays: [TrainedArray], at moment: StepMoment, on engine: ExecutionContext)
}
