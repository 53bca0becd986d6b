import Options

/// Decoupled weight decay (Loshchilov and Hutter, ICLR 2019) as Keras has it: `w ← w − rate · decay · w` for all weights
/// and biases, before the step of the optimizer.
package struct WeightDecay: GradientRule {
  package let decay: Double

  package func apply(to arrays: [TrainedArray], at moment: StepMoment, on engine: ExecutionContext) {
    let kernels = engine.kernels.table
    let scale = -Float(moment.rate * decay)
    for array in arrays { kernels.pointee.add_scaled(array.count, scale, array.weights, array.weights) }
  }
}

extension OptionReader {
  /// Reads `weight_decay`.
  mutating func readWeightDecay(default standard: OptionValue?) -> [any GradientRule] {
    let kind = OptionKind.number(.nonnegativeFloat)
    let help = "The share of each weight, times the learning rate, that each step removes."
    let decay =
      if let standard {
        read("weight_decay", kind, default: standard, help: help)
      } else {
        readIfPresent("weight_decay", kind, help: help) ?? 0
      }
    return decay == 0 ? [] : [WeightDecay(decay: decay)]
  }
}
