/// A network and its buffers for repeated evaluation on the same data.
final class Evaluator {
  private let network: Network
  let data: LabeledSamples
  private let prepared: PreparedSamples
  private let loss: any Loss
  private var metrics: [any Metric]
  private let targets: TargetBatch
  private let losses: FloatBuffer

  init(
    model: Model, data: LabeledSamples, loss: any Loss, metrics: [any Metric], context: ExecutionContext
  ) throws(TrainingProblem) {
    guard data.samples.shape == model.inputShape else {
      throw .sampleShape(expected: model.inputShape, found: data.samples.shape)
    }
    try model.checkTokens(data.samples)
    for metric in metrics { try metric.check(data) }
    prepared = PreparedSamples(data.samples, mayBeSparse: Network.acceptsSparseInput(model))
    network = Network(
      model, capacity: min(TrainedModel.chunk, max(1, data.count)), isTraining: false,
      inputIsSparse: prepared.index != nil, context: context)
    targets = TargetBatch(capacity: network.capacity, form: data.targetForm)
    losses = FloatBuffer(count: network.capacity)
    self.data = data
    self.loss = loss
    self.metrics = metrics
  }

  func load(_ weights: Weights) throws(TrainingProblem) { try network.load(weights) }

  /// - Parameters:
  ///   - progress: told after each chunk which share of the samples is done; what it throws ends the work.
  ///   - body: called with the outputs for each sample, in order, which are valid during the call.
  func evaluate(
    progress: (Double) throws -> Void = { _ in },
    outputs body: (UnsafeBufferPointer<Float>) -> Void = { _ in }
  ) rethrows -> Evaluation {
    var sum = 0.0
    for index in metrics.indices { metrics[index].reset() }
    try network.forEachChunk(prepared, progress: progress) { order, rows in
      targets.gather(data, order, rows: rows)
      network.addLosses(by: loss, targets, rows: rows, in: losses, to: &sum)
      for index in metrics.indices {
        metrics[index].update(network.output.value, targets, rows: rows, on: network.context)
      }
      for row in 0..<rows { body(network.outputs(ofRow: row)) }
    }
    return Evaluation(loss: sum / Double(max(1, data.count)), metrics: metrics.current)
  }
}

extension Network {
  func outputs(ofRow row: Int) -> UnsafeBufferPointer<Float> {
    UnsafeBufferPointer(start: output.value.row(row), count: output.value.columns)
  }

  /// Runs all samples through the network, in order and in chunks.
  ///
  /// - Parameter progress: called after each chunk with the share of the samples that are done. An error that it throws
  ///   ends the work.
  func forEachChunk(
    _ prepared: PreparedSamples, progress: (Double) throws -> Void,
    _ body: (_ order: UnsafeBufferPointer<Int32>, _ rows: Int) -> Void
  ) rethrows {
    let order = (0..<Int32(prepared.samples.count)).map(\.self)
    try order.withUnsafeBufferPointer { order in
      for first in stride(from: 0, to: order.count, by: capacity) {
        let chunk = UnsafeBufferPointer(rebasing: order[first...])
        let rows = min(capacity, chunk.count)
        input.gather(prepared, chunk, rows: rows)
        forward(rows: rows, in: .inference)
        body(chunk, rows)
        try progress(Double(first + rows) / Double(order.count))
      }
    }
  }
}
