/// A listener that lowers the learning rate when a quantity has not improved for some epochs, as Keras's
/// `ReduceLROnPlateau`.
package struct ReduceLearningRate: TrainingListener, Sendable {
  private let factor: Double
  private let patience: Int
  private let cooldown: Int
  private let smallestRate: Double
  private var best: BestEpoch
  private var wait = 0
  private var cooling = 0
  /// The factors so far, multiplied.
  private var reduction = 1.0

  /// - Parameters:
  ///   - factor: the factor of each reduction, between 0 and 1.
  ///   - patience: the number of epochs without an improvement after which the rate is reduced.
  ///   - minDelta: the difference that counts as an improvement.
  ///   - cooldown: the number of epochs after a reduction in which none is counted.
  ///   - smallestRate: the rate below which no reduction goes.
  package init(
    monitor: Monitor, factor: Double, patience: Int, minDelta: Double, cooldown: Int, smallestRate: Double
  ) {
    self.factor = factor
    self.patience = patience
    self.cooldown = cooldown
    self.smallestRate = smallestRate
    best = BestEpoch(by: monitor, minDelta: minDelta)
  }

  package func learningRate(_ rate: Double) -> Double {
    reduction == 1 ? rate : max(rate * reduction, min(rate, smallestRate))
  }

  package mutating func finished(_ epoch: EpochMetrics) -> TrainingStop? {
    guard best.monitor.value(in: epoch) != nil else { return nil }
    if cooling > 0 {
      cooling -= 1
      wait = 0
    }
    if best.include(epoch) {
      wait = 0
    } else if cooling == 0 {
      wait += 1
      if wait >= patience {
        reduction *= factor
        cooling = cooldown
        wait = 0
      }
    }
    return nil
  }
}
