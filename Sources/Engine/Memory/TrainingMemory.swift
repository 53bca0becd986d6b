/// The bytes of memory that training takes besides its data, computed before anything is allocated.
package struct TrainingMemory: Sendable, Hashable {
  /// The bytes of weights, gradients and the optimizer's state, with the copies for validation and for storing them.
  package let weights: Double
  /// The bytes of the signals of one batch, with their gradients, and of the working space of all threads.
  package let batches: Double
  /// The bytes of the scores that metrics keep of an epoch's samples.
  package let metrics: Double
  /// The bytes that stay in use after training: the weights and the optimizer's state.
  package let kept: Double
  /// The number of samples in a batch.
  package let rows: Int
  /// The number of floats in the signals of one sample.
  package let numbersPerSample: Int

  /// - Parameters:
  ///   - samples: the number of training samples.
  ///   - isValidated: whether a second network measures the weights after each epoch.
  ///   - validationSamples: the number of samples that it measures them on; `nil` for as many as are trained on.
  package init(
    of model: Model, options: TrainingOptions, samples: Int, isValidated: Bool,
    validationSamples: Int? = nil, measuresLayers: Bool
  ) {
    let state = options.optimizer.stateCount
    rows = min(max(1, options.batchSize), max(1, samples))
    let network = model.memory(rows: rows, isTraining: true, stateCount: state)
    let validation = isValidated ? model.memory(rows: TrainedModel.chunk, isTraining: false) : nil
    kept = model.weightBytes + Double(model.trainableCount) * 4 * Double(state)
    // Beside the network itself: the first weights or the copy for validation, and the state while it is stored.
    weights = network.weights + (validation?.weights ?? 0) + model.weightBytes + 2 * kept
    numbersPerSample = Int(network.numbersPerSample)
    let measured = measuresLayers ? Double(rows) * network.numbersPerSample * 4 : 0
    let outputs = Double(model.outputCount)
    let judged = [samples] + (isValidated ? [validationSamples ?? samples] : [])
    metrics = options.metrics.reduce(0.0) { sum, metric in
      judged.reduce(sum) { $0 + metric.memory(samples: Double($1), outputs: outputs) }
    }
    // Losses compute logarithms and powers of all outputs, at most three numbers for each, and read its target.
    let losses = Double(max(rows, validation == nil ? 0 : TrainedModel.chunk)) * outputs * 16
    // The order of the samples, and their weights.
    let order = Double(samples) * 16
    batches =
      losses + network.batch + measured + (validation?.batch ?? 0)
      + network.scratch * 4 * Double(max(1, options.threads)) + order
  }
}

extension Samples {
  /// Returns the largest number of bytes of an index of the non-zero numbers in samples.
  ///
  /// - Parameter areBytes: whether the samples are bytes, not floats.
  package static func indexBytes(numbers: Double, areBytes: Bool) -> Double {
    // At most half of the numbers are in it: a byte takes a step of 2 bytes and at most a group's 4, a float its
    // column and a group of four.
    numbers / 2 * (areBytes ? 6 : 20) + numbers / 16
  }
}
