/// A listener that ends a training when a quantity has not improved for some epochs, as Keras's `EarlyStopping`.
package struct EarlyStopping: TrainingListener, Sendable {
  private let patience: Int
  private let firstEpoch: Int
  private var best: BestEpoch
  private var wait = 0

  /// - Parameters:
  ///   - patience: the number of epochs without an improvement after which training ends.
  ///   - minDelta: the difference that counts as an improvement.
  ///   - startFromEpoch: the number of epochs at the beginning that are not watched.
  package init(monitor: Monitor, patience: Int, minDelta: Double, startFromEpoch: Int) {
    self.patience = patience
    firstEpoch = startFromEpoch + 1
    best = BestEpoch(by: monitor, minDelta: minDelta)
  }

  package mutating func finished(_ epoch: EpochMetrics) -> TrainingStop? {
    guard epoch.number >= firstEpoch, best.monitor.value(in: epoch) != nil else { return nil }
    if best.include(epoch) {
      wait = 0
      return nil
    }
    wait += 1
    guard wait >= patience, let number = best.number else { return nil }
    let name = best.monitor.name
    return TrainingStop(
      english:
        "After epoch \(number), \(name) did not improve for \(wait) \(wait == 1 ? "epoch" : "epochs").",
      japanese: "エポック\(number)のあと、\(wait)エポックのあいだ\(name)は改善しませんでした。")
  }
}
