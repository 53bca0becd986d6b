/// The options of a training.
package struct TrainingOptions: Sendable {
  package var loss: any Loss
  package var optimizer: any Optimizer
  /// The changes of the gradients before each step of the optimizer, in order.
  package var gradientRules: [any GradientRule] = []
  package var metrics: [any Metric]
  /// The number of epochs of the whole training, if no listener ends it.
  package var epochs: Int
  package var batchSize: Int
  package var shuffle: Bool
  package var seed: UInt64
  /// The largest number of threads; no result depends on it.
  package var threads: Int
  /// The number of multiplications below which another thread is not used; no result depends on it.
  package var workPerThread = ExecutionContext.usualWorkPerThread
  /// The instruction set of the kernels; no result depends on it.
  package var instructionSet = InstructionSet.standard
  /// A Boolean value that allows a sparse form for inputs that are mostly zero; no result depends on it.
  package var allowsSparseInputs = true

  package init(
    loss: any Loss = CategoricalCrossentropy(), optimizer: any Optimizer = StochasticGradientDescent(),
    metrics: [any Metric] = [], epochs: Int = 1, batchSize: Int = 32, shuffle: Bool = true, seed: UInt64 = 0,
    threads: Int = 1
  ) {
    self.loss = loss
    self.optimizer = optimizer
    self.metrics = metrics
    self.epochs = epochs
    self.batchSize = batchSize
    self.shuffle = shuffle
    self.seed = seed
    self.threads = threads
  }

  /// Checks everything that can be checked before training.
  ///
  /// - Parameters:
  ///   - sampleShape: the shape of one sample of the data.
  ///   - targets: the form of the data's targets.
  package func check(
    _ model: Model, sampleShape: [Int], targets: TargetForm
  ) throws(TrainingProblem) {
    guard sampleShape == model.inputShape else {
      throw .sampleShape(expected: model.inputShape, found: sampleShape)
    }
    if case .inputs(let shape) = targets,
      !Reconstruction.matches(outputs: model.outputShape, inputs: shape)
    {
      throw .outputsAreNotInputs(outputs: model.outputShape, inputs: shape)
    }
    try loss.check(outputs: model.outputCount, lastActivation: model.lastActivation, targets: targets)
    for metric in metrics {
      try metric.check(outputs: model.outputCount, targets: targets)
      if metric.needsProbabilities, ![Softmax.name, Sigmoid.name].contains(model.lastActivation) {
        throw .metricNeedsProbabilities(metric: metric.name, found: model.lastActivation)
      }
    }
  }
}
