extension Trainer {
  /// Trains on the batches of the first epochs, as many as the range has steps, with its rates in place of those of the
  /// schedule. Nothing is validated, and the trainer cannot be used afterwards.
  ///
  /// - Parameter progress: told before each step which share is done; what it throws ends the test.
  /// - Throws: `TrainingProblem.diverged` if the loss of the first step is not finite.
  package func testRange(
    _ range: LearningRateRange, progress: (Double) throws -> Void = { _ in }
  ) throws -> RangeTest {
    var test = RangeTest(range)
    var (epoch, isOver) = (0, false)
    while !isOver {
      try sampleOrder(ofEpoch: epoch).withUnsafeBufferPointer { order in
        for first in stride(from: 0, to: order.count, by: network.capacity) where !isOver {
          let step = test.smoothedLosses.count
          try progress(Double(step) / Double(range.steps))
          let batch = UnsafeBufferPointer(rebasing: order[first...])
          let loss = testStep(
            batch, rows: min(network.capacity, batch.count), rate: range.rate(atStep: step),
            in: .training(seed: options.seed, epoch: epoch, step: step))
          isOver = !test.add(loss)
        }
      }
      epoch += 1
    }
    if test.smoothedLosses.isEmpty {
      throw TrainingProblem.diverged(
        Divergence(epoch: 1, moment: .step(1), optimizer: options.optimizer, inputs: training.samples))
    }
    return test
  }

  /// - Returns: the mean loss of the batch before the step.
  private func testStep(
    _ batch: UnsafeBufferPointer<Int32>, rows: Int, rate: Double, in pass: Pass
  ) -> Double {
    network.input.gather(prepared, batch, rows: rows)
    targets.gather(training, batch, rows: rows)
    network.forward(rows: rows, in: pass)
    var sum = 0.0
    network.addLosses(by: options.loss, targets, rows: rows, in: losses, to: &sum)
    guard sum.isFinite else { return sum }
    network.trainStep(
      rows: rows, in: pass, loss: options.loss, targets: targets, stepRule,
      at: stepRule.moment(of: pass) { _ in rate })
    return sum / Double(rows)
  }
}
