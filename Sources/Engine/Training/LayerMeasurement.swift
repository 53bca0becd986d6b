/// Measurements of one layer's outputs and of its gradient, over some samples and with the current weights.
package struct LayerMeasurement: Sendable, Hashable, Codable {
  /// The layer's name in the model's summary.
  package let layer: String
  /// The mean of the outputs, activation included.
  package let mean: Double
  /// The standard deviation of the outputs.
  package let deviation: Double
  /// The share of outputs at which the slope of the activation is below a tenth of its steepest slope; `nil` for an
  /// activation without a slope, such as softmax.
  package let saturation: Double?
  /// The norm of the gradient of a sample's loss with respect to the layer's weighted sums: the root of its mean square
  /// over the samples.
  package let gradientNorm: Double
  /// The norm predicted from the norm of the last layer: it is multiplied, layer by layer, by
  /// √(units · mean W² · mean f′²) for the weights W between two layers and the slopes f′ of the lower one, as if all
  /// were independent (Glorot and Bengio, 2010, eq. 6). `nil` for the last layer, and below an activation without
  /// slopes.
  package let predictedNorm: Double?

  package init(
    layer: String, mean: Double, deviation: Double, saturation: Double?, gradientNorm: Double,
    predictedNorm: Double?
  ) {
    self.layer = layer
    self.mean = mean
    self.deviation = deviation
    self.saturation = saturation
    self.gradientNorm = gradientNorm
    self.predictedNorm = predictedNorm
  }
}

extension Trainer {
  /// Measures every layer on the first training samples, without any effect on the training.
  ///
  /// - Parameter samples: the largest number of samples.
  package func measureLayers(samples: Int = 1000) -> [LayerMeasurement] {
    let order = (0..<Int32(min(samples, training.count))).map(\.self)
    let stages = network.measuredStages
    var sums = stages.map { _ in LayerSums() }
    order.withUnsafeBufferPointer { order in
      for first in stride(from: 0, to: order.count, by: network.capacity) {
        let batch = UnsafeBufferPointer(rebasing: order[first...])
        let rows = min(network.capacity, batch.count)
        network.input.gather(prepared, batch, rows: rows)
        targets.gather(training, batch, rows: rows)
        network.forward(rows: rows, in: .inference)
        for (index, stage) in stages.enumerated() { sums[index].addOutputs(of: stage, rows) }
        network.backward(rows: rows, in: .inference, loss: options.loss, targets: targets)
        for (index, stage) in stages.enumerated() { sums[index].addGradients(of: stage, rows) }
      }
    }
    return measurements(of: stages, from: sums, samples: order.count)
  }

  private func measurements(
    of stages: [MeasuredStage], from sums: [LayerSums], samples: Int
  ) -> [LayerMeasurement] {
    let norms = sums.map { ($0.squaredGradients / Double(samples)).squareRoot() }
    func count(_ index: Int) -> Double { Double(samples * stages[index].sums.shape.reduce(1, *)) }
    var predictions: [Double?] = stages.map { _ in nil }
    for index in stages.indices.dropLast().reversed() {
      let above = index + 2 == stages.count ? norms[index + 1] : predictions[index + 1]
      guard let above, let slopes = sums[index].squaredSlopes else { continue }
      let units = Double(stages[index].sums.shape.reduce(1, *))
      let factor = units * stages[index + 1].probe.meanSquaredWeight() * slopes / count(index)
      predictions[index] = above * factor.squareRoot()
    }
    return stages.indices.map { index in
      let (stage, sum, count) = (stages[index], sums[index], count(index))
      let mean = sum.outputs / count
      return LayerMeasurement(
        layer: stage.name, mean: mean,
        deviation: max(0, sum.squaredOutputs / count - mean * mean).squareRoot(),
        saturation: sum.flat.map { Double($0) / count }, gradientNorm: norms[index],
        predictedNorm: predictions[index])
    }
  }
}

/// Sums over samples, as `Double` and in the order of the samples.
private struct LayerSums {
  var outputs = 0.0
  var squaredOutputs = 0.0
  var squaredGradients = 0.0
  /// The sum of squared slopes and the number of flat outputs; `nil` for an activation without a slope.
  var squaredSlopes: Double? = 0
  var flat: Int? = 0

  mutating func addOutputs(of stage: MeasuredStage, _ rows: Int) {
    let output = stage.output.value
    for row in 0..<rows * stage.output.positions {
      for value in UnsafeBufferPointer(start: output.row(row), count: output.columns) {
        outputs += Double(value)
        squaredOutputs += Double(value) * Double(value)
      }
    }
  }

  /// Adds the gradients of the last backward pass.
  mutating func addGradients(of stage: MeasuredStage, _ rows: Int) {
    guard let gradient = stage.sums.gradient else { return }
    // Each row holds its share of the mean loss's gradient.
    let scale = Double(rows)
    for row in 0..<rows * stage.sums.positions {
      for value in UnsafeBufferPointer(start: gradient.row(row), count: gradient.columns) {
        let value = Double(value) * scale
        squaredGradients += value * value
      }
    }
    guard let slopes = stage.slopes(rows) else {
      (squaredSlopes, flat) = (nil, nil)
      return
    }
    for row in 0..<rows * stage.sums.positions {
      for slope in UnsafeBufferPointer(start: slopes.matrix.row(row), count: slopes.matrix.columns) {
        squaredSlopes? += Double(slope) * Double(slope)
        if abs(slope) < slopes.steepest / 10 { flat? += 1 }
      }
    }
  }
}
