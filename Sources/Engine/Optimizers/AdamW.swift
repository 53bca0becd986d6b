import Options

/// Adam with decoupled weight decay (Loshchilov and Hutter, ICLR 2019): Keras's Adam with another default.
package struct AdamW: Optimizer {
  package static let name = "adamw"
  package static let abstract = "Adam with weight decay: each step also makes all weights a little smaller."

  package static let usualLearningRates = Adam.usualLearningRates

  private let adam: Adam

  package init(_ options: inout OptionReader) { adam = Adam(&options, weightDecay: 0.004) }

  package var schedule: any LearningRateSchedule { adam.schedule }
  package var gradientRules: [any GradientRule] { adam.gradientRules }
  package var stateCount: Int { adam.stateCount }

  package func step(_ array: TrainedArray, at moment: StepMoment, on engine: ExecutionContext) {
    adam.step(array, at: moment, on: engine)
  }
}
