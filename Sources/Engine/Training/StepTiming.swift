extension Trainer {
  /// Returns the seconds of each part of a training step, measured over some steps on the first samples. The weights
  /// move as in training.
  package func timeParts(ofSteps count: Int) -> [(part: String, seconds: Double)] {
    let order = (0..<Int32(training.count)).map(\.self)
    let clock = ContinuousClock()
    return order.withUnsafeBufferPointer { order in
      let rows = min(network.capacity, order.count)
      let pass = Pass.training(seed: options.seed, epoch: 0, step: 0)
      func seconds(_ body: (UnsafeBufferPointer<Int32>) -> Void) -> Double {
        let start = clock.now
        for step in 0..<count {
          body(UnsafeBufferPointer(rebasing: order[(step * rows % (order.count - rows + 1))...]))
        }
        return (clock.now - start) / .seconds(1) / Double(count)
      }
      let gather = seconds { batch in
        network.input.gather(prepared, batch, rows: rows)
        targets.gather(training, batch, rows: rows)
      }
      let forward = seconds { batch in
        network.input.gather(prepared, batch, rows: rows)
        network.forward(rows: rows, in: pass)
      }
      let lossSeconds = seconds { _ in
        options.loss.values(network.output.value, targets, rows: rows, into: losses, on: network.context)
      }
      var metrics = options.metrics
      let metricSeconds = seconds { _ in
        for index in metrics.indices {
          metrics[index].update(network.output.value, targets, rows: rows, on: network.context)
        }
      }
      let backward = seconds { _ in
        network.trainStep(
          rows: rows, in: pass, loss: options.loss, targets: targets, stepRule,
          at: stepRule.moment(of: pass) { $0 })
      }
      let shuffling = shuffleSeconds(clock) / Double(stepCount)
      return [
        ("shuffle", shuffling), ("gather", gather), ("forward", max(0, forward - gather)),
        ("loss", lossSeconds),
        ("metrics", metricSeconds), ("backward and update", backward),
      ]
    }
  }

  private func shuffleSeconds(_ clock: ContinuousClock) -> Double {
    let start = clock.now
    _ = RandomStream(seed: options.seed, purpose: .shuffle, epoch: epoch).permutation(training.count)
    return (clock.now - start) / .seconds(1)
  }
}
