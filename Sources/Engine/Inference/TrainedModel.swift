/// A model with trained weights.
package struct TrainedModel: Sendable {
  package let model: Model
  package let weights: Weights

  /// The number of samples in one pass through the network; no result depends on it.
  package static let chunk = 128

  package init(model: Model, weights: Weights) {
    self.model = model
    self.weights = weights
  }

  /// Returns the outputs for each sample: `count × outputs` numbers in row order.
  ///
  /// - Parameter progress: called now and then with the share of the samples that are done. An error that it throws
  ///   ends the work.
  /// - Throws: `TrainingProblem` for samples of another shape, or weights of another model.
  package func predict(
    _ samples: Samples, threads: Int = 1, progress: (Double) throws -> Void = { _ in }
  ) throws -> [Float] {
    var outputs: [Float] = []
    outputs.reserveCapacity(samples.count * model.outputCount)
    try answer(samples, threads: threads, progress: progress) { row in
      outputs += row
    }
    return outputs
  }

  /// Returns the predicted class of each sample.
  package func predictClasses(
    _ samples: Samples, threads: Int = 1, progress: (Double) throws -> Void = { _ in }
  ) throws -> [ClassPrediction] {
    var predictions: [ClassPrediction] = []
    predictions.reserveCapacity(samples.count)
    try answer(samples, threads: threads, progress: progress) { row in
      predictions.append(ClassPrediction(row))
    }
    return predictions
  }

  /// Calls back with the outputs for each sample, in order, which are valid during the call.
  private func answer(
    _ samples: Samples, threads: Int, progress: (Double) throws -> Void,
    _ body: (UnsafeBufferPointer<Float>) -> Void
  ) throws {
    guard samples.shape == model.inputShape else {
      throw TrainingProblem.sampleShape(expected: model.inputShape, found: samples.shape)
    }
    try model.checkTokens(samples)
    let prepared = PreparedSamples(samples, mayBeSparse: Network.acceptsSparseInput(model))
    let network = Network(
      model, capacity: min(Self.chunk, max(1, samples.count)), isTraining: false,
      inputIsSparse: prepared.index != nil,
      context: ExecutionContext(instructionSet: .standard, threads: threads))
    try network.load(weights)
    try network.forEachChunk(prepared, progress: progress) { _, rows in
      for row in 0..<rows { body(network.outputs(ofRow: row)) }
    }
  }

  /// The mean loss and the metrics on data, and whatever else is made of the outputs.
  ///
  /// - Parameter body: called with the outputs for each sample, in order, which are valid during the call.
  /// - Throws: what `TrainingOptions.check` finds, `TrainingProblem.metricNeedsOtherClasses` or `lossNotFinite`, or what
  ///   `progress` throws.
  package func evaluate(
    _ data: LabeledSamples, loss: any Loss, metrics: [any Metric], threads: Int = 1,
    progress: (Double) throws -> Void = { _ in },
    outputs body: (UnsafeBufferPointer<Float>) -> Void = { _ in }
  ) throws -> Evaluation {
    let options = TrainingOptions(loss: loss, metrics: metrics)
    try options.check(model, sampleShape: data.samples.shape, targets: data.targetForm)
    try loss.checkTargets(of: data)
    let evaluator = try Evaluator(
      model: model, data: data, loss: loss, metrics: metrics,
      context: ExecutionContext(instructionSet: .standard, threads: threads))
    try evaluator.load(weights)
    let evaluation = try evaluator.evaluate(progress: progress, outputs: body)
    guard evaluation.loss.isFinite else { throw TrainingProblem.lossNotFinite }
    return evaluation
  }
}
