/// A quantity that is watched after each epoch.
package struct Monitor: Sendable, Hashable {
  /// The name in the history, such as `val_loss`.
  package let name: String
  private let quantity: Quantity
  private let isLoss: Bool
  private let isValidation: Bool

  /// - Parameter isLoss: true for the loss, false for one of the metrics.
  package init(name: String, _ quantity: Quantity, isLoss: Bool, isValidation: Bool) {
    self.name = name
    self.quantity = quantity
    self.isLoss = isLoss
    self.isValidation = isValidation
  }

  /// Returns the value after an epoch; `nil` if it was not measured.
  func value(in epoch: EpochMetrics) -> Double? {
    if isLoss { return isValidation ? epoch.validation?.loss : epoch.loss }
    let metrics = isValidation ? epoch.validation?.metrics ?? [] : epoch.metrics
    return metrics.first { $0.quantity == quantity }?.value
  }

  /// Returns whether a value is better than another by more than `difference`.
  func isImprovement(_ value: Double, over best: Double, by difference: Double) -> Bool {
    switch quantity.better {
    case .higher: value - difference > best
    case .lower: value + difference < best
    }
  }
}

/// The best epoch so far by a watched quantity.
package struct BestEpoch: Sendable {
  package let monitor: Monitor
  /// The difference that counts as an improvement.
  private let minDelta: Double
  private var best: Double?
  /// The number of the best epoch, from 1; `nil` before the first.
  package private(set) var number: Int?

  package init(by monitor: Monitor, minDelta: Double = 0) {
    self.monitor = monitor
    self.minDelta = minDelta
  }

  /// Includes an epoch.
  ///
  /// - Returns: true if it is the best so far. The first is; of equal ones, the earliest.
  @discardableResult
  package mutating func include(_ epoch: EpochMetrics) -> Bool {
    guard let value = monitor.value(in: epoch) else { return false }
    if let best, !monitor.isImprovement(value, over: best, by: minDelta) { return false }
    best = value
    number = epoch.number
    return true
  }
}
