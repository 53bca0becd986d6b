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
      outputs += UnsafeBufferPointer(start: row, count: model.outputCount)
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
      predictions.append(ClassPrediction(row, count: model.outputCount))
    }
    return predictions
  }

  /// Returns the output for one class, for each sample. A single output is the probability of the second of two
  /// classes.
  package func scores(
    ofClass index: Int, for samples: Samples, threads: Int = 1,
    progress: (Double) throws -> Void = { _ in }
  ) throws -> [Float] {
    var scores: [Float] = []
    scores.reserveCapacity(samples.count)
    let isSingle = model.outputCount == 1
    try answer(samples, threads: threads, progress: progress) { row in
      scores.append(isSingle ? (index == 1 ? row[0] : 1 - row[0]) : row[index])
    }
    return scores
  }

  /// Calls `body` with the outputs for each sample, in order. They are valid during the call only.
  private func answer(
    _ samples: Samples, threads: Int, progress: (Double) throws -> Void,
    _ body: (UnsafePointer<Float>) -> Void
  ) throws {
    guard samples.shape == model.inputShape else {
      throw TrainingProblem.sampleShape(expected: model.inputShape, found: samples.shape)
    }
    let prepared = PreparedSamples(samples, mayBeSparse: Network.acceptsSparseInput(model))
    let network = Network(
      model, capacity: min(Self.chunk, max(1, samples.count)), isTraining: false,
      inputIsSparse: prepared.index != nil,
      context: ExecutionContext(instructionSet: .standard, threads: threads))
    try network.load(weights)
    try network.forEachChunk(prepared, progress: progress) { _, rows in
      for row in 0..<rows { body(UnsafePointer(network.output.value.row(row))) }
    }
  }

  /// Returns the mean loss and the metrics on data.
  ///
  /// - Throws: A problem that `TrainingOptions.check` finds, `TrainingProblem.lossNotFinite`, or the error of
  ///   `progress`.
  package func evaluate(
    _ data: LabeledSamples, loss: any Loss, metrics: [any Metric], threads: Int = 1,
    progress: (Double) throws -> Void = { _ in }
  ) throws -> Evaluation {
    let options = TrainingOptions(loss: loss, metrics: metrics)
    try options.check(model, sampleShape: data.samples.shape, targets: data.targets.form)
    let evaluator = try Evaluator(
      model: model, data: data, loss: loss, metrics: metrics,
      context: ExecutionContext(instructionSet: .standard, threads: threads))
    try evaluator.load(weights)
    let evaluation = try evaluator.evaluate(progress: progress)
    guard evaluation.loss.isFinite else { throw TrainingProblem.lossNotFinite }
    return evaluation
  }
}
