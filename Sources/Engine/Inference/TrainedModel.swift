/// A model with the weights that training gave it.
package struct TrainedModel: Sendable {
  package let model: Model
  package let weights: Weights

  /// Rows that go through the network at once; no result depends on it.
  static let chunk = 128

  package init(model: Model, weights: Weights) {
    self.model = model
    self.weights = weights
  }

  /// The outputs for each sample, `count × outputs` numbers in row order.
  ///
  /// - Parameter progress: told now and then which share of the samples is done, as elsewhere here.
  /// - Throws: samples of another shape, or weights of another model.
  package func predict(
    _ samples: Samples, threads: Int = 1, progress: (Double) -> Void = { _ in }
  ) throws(TrainingProblem) -> [Float] {
    guard samples.shape == model.inputShape else {
      throw .sampleShape(expected: model.inputShape, found: samples.shape)
    }
    let prepared = PreparedSamples(samples, mayBeSparse: Network.acceptsSparseInput(model))
    let network = Network(
      model, capacity: min(Self.chunk, max(1, samples.count)), isTraining: false,
      inputIsSparse: prepared.index != nil,
      context: ExecutionContext(instructionSet: .standard, threads: threads))
    try network.load(weights)
    var outputs: [Float] = []
    outputs.reserveCapacity(samples.count * model.outputCount)
    network.forEachChunk(prepared, progress: progress) { _, rows in
      for row in 0..<rows {
        outputs += UnsafeBufferPointer(start: network.output.value.row(row), count: model.outputCount)
      }
    }
    return outputs
  }

  /// The class predicted for each sample.
  package func predictClasses(
    _ samples: Samples, threads: Int = 1, progress: (Double) -> Void = { _ in }
  ) throws(TrainingProblem) -> [ClassPrediction] {
    let outputs = try predict(samples, threads: threads, progress: progress)
    let count = model.outputCount
    return outputs.withUnsafeBufferPointer { outputs in
      guard let base = outputs.baseAddress else { return [] }
      return (0..<samples.count).map { ClassPrediction(base + $0 * count, count: count) }
    }
  }

  /// What the outputs give to one class, for each sample; a single output is the probability of the second of two.
  package func scores(
    ofClass index: Int, for samples: Samples, threads: Int = 1, progress: (Double) -> Void = { _ in }
  ) throws(TrainingProblem) -> [Float] {
    let outputs = try predict(samples, threads: threads, progress: progress)
    let count = model.outputCount
    if count == 1 { return index == 1 ? outputs : outputs.map { 1 - $0 } }
    return (0..<samples.count).map { outputs[$0 * count + index] }
  }

  /// The mean loss and the metrics on data.
  ///
  /// - Throws: what `TrainingOptions.check` finds, or `lossNotFinite`.
  package func evaluate(
    _ data: LabeledSamples, loss: any Loss, metrics: [any Metric], threads: Int = 1,
    progress: (Double) -> Void = { _ in }
  ) throws(TrainingProblem) -> Evaluation {
    let options = TrainingOptions(loss: loss, metrics: metrics)
    try options.check(model, sampleShape: data.samples.shape, targets: data.targets.form)
    let evaluator = try Evaluator(
      model: model, data: data, loss: loss, metrics: metrics,
      context: ExecutionContext(instructionSet: .standard, threads: threads))
    try evaluator.load(weights)
    let evaluation = evaluator.evaluate(progress: progress)
    guard evaluation.loss.isFinite else { throw .lossNotFinite }
    return evaluation
  }
}
