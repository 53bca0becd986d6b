/// The state from which training can continue.
package struct TrainingState: Sendable, Equatable {
  /// The number of epochs done.
  package let epoch: Int
  /// The number of steps done.
  package let iteration: Int
  package let weights: Weights
  /// The arrays of the optimizer's state for each array of weights, in row order; none for arrays that are not
  /// trained.
  package let optimizerState: [[[Float]]]

  package init(epoch: Int, iteration: Int, weights: Weights, optimizerState: [[[Float]]]) {
    self.epoch = epoch
    self.iteration = iteration
    self.weights = weights
    self.optimizerState = optimizerState
  }
}

/// The training of a model, epoch by epoch.
///
/// Equal options and data give equal bits on any number of threads and any instruction set. The batches of an epoch
/// depend on the seed and the number of the epoch alone.
package final class Trainer {
  package let model: Model
  package let options: TrainingOptions
  /// The number of epochs done.
  package private(set) var epoch = 0
  private var iteration = 0
  /// The learning rate of the last step.
  private var learningRate = 0.0
  let training: LabeledSamples
  let prepared: PreparedSamples
  let network: Network
  let targets: TargetBatch
  let losses: FloatBuffer
  let stepRule: StepRule
  private let validation: Evaluator?

  /// - Parameter state: the state of an earlier training of the same model; `nil` to start anew.
  /// - Throws: A problem that `TrainingOptions.check` finds, `noSamples`, `noToken`, `metricNeedsOtherClasses`, or
  ///   `weightsDoNotFit`.
  package init(
    model: Model, options: TrainingOptions, training: LabeledSamples, validation: LabeledSamples?,
    resuming state: TrainingState? = nil
  ) throws(TrainingProblem) {
    try options.check(model, sampleShape: training.samples.shape, targets: training.targetForm)
    guard training.count > 0 else { throw .noSamples }
    try model.checkTokens(training.samples)
    try options.loss.checkTargets(of: training)
    for metric in options.metrics { try metric.check(training) }
    self.model = model
    self.options = options
    self.training = training
    prepared = PreparedSamples(
      training.samples, mayBeSparse: options.allowsSparseInputs && Network.acceptsSparseInput(model))
    let capacity = min(max(1, options.batchSize), training.count)
    network = Network(
      model, capacity: capacity, isTraining: true, inputIsSparse: prepared.index != nil,
      context: ExecutionContext(
        instructionSet: options.instructionSet, threads: options.threads,
        workPerThread: options.workPerThread))
    targets = TargetBatch(
      capacity: capacity, form: training.targetForm, isWeighted: training.weights != nil)
    losses = FloatBuffer(count: capacity)
    stepRule = StepRule(
      optimizer: options.optimizer, gradientRules: options.gradientRules + options.optimizer.gradientRules,
      training: TrainingLength(
        stepsPerEpoch: (training.count + capacity - 1) / capacity, epochs: options.epochs))
    if let validation, validation.count > 0 {
      guard validation.targetForm == training.targetForm else { throw .validationDiffers }
      self.validation = try Evaluator(
        model: model, data: validation, loss: options.loss, metrics: options.metrics,
        context: network.context)
    } else {
      self.validation = nil
    }
    network.makeOptimizerState(options.optimizer.stateCount)
    try network.load(state?.weights ?? model.initialWeights(seed: options.seed))
    if let state {
      epoch = state.epoch
      iteration = state.iteration
      network.optimizerState = state.optimizerState
    }
  }

  package var weights: Weights { network.weights }

  /// The number of steps in one epoch.
  package var stepCount: Int { (training.count + network.capacity - 1) / network.capacity }

  package var state: TrainingState {
    TrainingState(
      epoch: epoch, iteration: iteration, weights: weights, optimizerState: network.optimizerState)
  }

  /// Trains until all epochs of the options are done, or a listener ends the training.
  ///
  /// - Returns: the reason that the listener gave, at the last epoch too.
  /// - Throws: `TrainingProblem.diverged`, as an epoch does, and what the listener throws.
  @discardableResult
  package func train(_ listener: inout some TrainingListener) throws -> TrainingStop? {
    while epoch < options.epochs {
      if let stop = try trainEpoch(&listener).stop { return stop }
    }
    return nil
  }

  /// Trains on every sample once.
  @discardableResult
  package func trainEpoch() throws -> EpochMetrics {
    var listeners: [any TrainingListener] = []
    return try trainEpoch(&listeners).metrics
  }

  /// Trains on every sample once, or until the listener ends the training.
  ///
  /// - Throws: `TrainingProblem.diverged` where the loss of a step, or that on the validation data, is not finite;
  ///   what the listener throws.
  package func trainEpoch(
    _ listener: inout some TrainingListener
  ) throws -> (metrics: EpochMetrics, stop: TrainingStop?) {
    let order = sampleOrder(ofEpoch: epoch)
    var metrics = options.metrics
    for index in metrics.indices { metrics[index].reset() }
    var lossSum = 0.0
    var samples = 0
    var stop: TrainingStop?
    try order.withUnsafeBufferPointer { order in
      for step in 0..<stepCount where stop == nil {
        let first = step * network.capacity
        samples = min(first + network.capacity, order.count)
        let coming = UnsafeBufferPointer(rebasing: order[first...])
        try trainStep(step, coming, rows: samples - first, &metrics, &lossSum) { listener.learningRate($0) }
        stop = try listener.finished(
          Step(
            epoch: epoch + 1, index: step + 1, count: stepCount, loss: lossSum / Double(samples),
            running: metrics))
      }
    }
    epoch += 1
    let whole = EpochMetrics(
      number: epoch, loss: lossSum / Double(samples), metrics: metrics.current,
      validation: try validate { try listener.validated(share: $0) }, learningRate: learningRate)
    let reason = try listener.finished(whole)
    return (whole, stop ?? reason)
  }

  /// Returns the indices of the samples in the order in which an epoch, counted from 0, learns them.
  func sampleOrder(ofEpoch epoch: Int) -> [Int32] {
    options.shuffle
      ? RandomStream(seed: options.seed, purpose: .shuffle, epoch: epoch).permutation(training.count)
      : (0..<Int32(training.count)).map(\.self)
  }

  /// Measures the validation data.
  ///
  /// - Parameter progress: told now and then which share is done; what it throws ends the work.
  func validate(_ progress: (Double) throws -> Void = { _ in }) throws -> Evaluation? {
    guard let validation else { return nil }
    try validation.load(network.weights)
    let evaluation = try validation.evaluate(progress: progress)
    guard evaluation.loss.isFinite else {
      throw TrainingProblem.diverged(
        Divergence(
          epoch: epoch, moment: .validation, optimizer: options.optimizer, inputs: validation.data.samples))
    }
    return evaluation
  }

  /// Returns the gradient of the mean loss of some training samples with respect to each weight, as the next step would
  /// compute it. Weights and state do not change.
  ///
  /// - Parameter samples: indices into the training data, at most one batch of them.
  package func gradient(of samples: [Int32]) -> Weights {
    samples.withUnsafeBufferPointer { samples in
      network.input.gather(prepared, samples, rows: samples.count)
      targets.gather(training, samples, rows: samples.count)
      let pass = nextPass.leavingState
      network.forward(rows: samples.count, in: pass)
      network.backward(rows: samples.count, in: pass, loss: options.loss, targets: targets)
      return network.gradients
    }
  }

  private var nextPass: Pass { .training(seed: options.seed, epoch: epoch, step: iteration) }

  private func trainStep(
    _ step: Int, _ order: UnsafeBufferPointer<Int32>, rows: Int, _ metrics: inout [any Metric],
    _ lossSum: inout Double, _ adjusted: (Double) -> Double
  ) throws {
    network.input.gather(prepared, order, rows: rows)
    targets.gather(training, order, rows: rows)
    let pass = nextPass
    network.forward(rows: rows, in: pass)
    network.addLosses(by: options.loss, targets, rows: rows, in: losses, to: &lossSum)
    guard lossSum.isFinite else {
      throw TrainingProblem.diverged(
        Divergence(
          epoch: epoch + 1, moment: .step(step + 1), optimizer: options.optimizer, inputs: training.samples))
    }
    for index in metrics.indices {
      metrics[index].update(network.output.value, targets, rows: rows, on: network.context)
    }
    let moment = stepRule.moment(of: pass, adjusted)
    network.trainStep(rows: rows, in: pass, loss: options.loss, targets: targets, stepRule, at: moment)
    learningRate = moment.rate
    iteration += 1
  }
}

extension [any Metric] {
  var current: [MetricValue] { map { MetricValue($0.quantity, $0.value, classValues: $0.classValues) } }
}
