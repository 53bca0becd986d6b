import Engine
import NotebookResults

/// A quantity that a fit records after each epoch, of its training samples or of its validation data.
package struct RecordedQuantity: Sendable, Hashable {
  package let quantity: Quantity
  package let role: LineChart.Role

  /// Two fits record the same if both hold their samples out, be it of the training or of the test data.
  package static func == (one: RecordedQuantity, other: RecordedQuantity) -> Bool {
    one.quantity == other.quantity && one.isHeldOut == other.isHeldOut
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(quantity)
    hasher.combine(isHeldOut)
  }

  private var isHeldOut: Bool { role.isHeldOut }

  package init(_ quantity: Quantity, _ role: LineChart.Role) {
    self.quantity = quantity
    self.role = role
  }

  /// The name in expressions and in stored results.
  package var name: String { Self.name(of: quantity.name, role) }

  /// Returns the name under which a quantity is recorded.
  static func name(of quantity: String, _ role: LineChart.Role) -> String {
    switch role {
    case .training, .setting: quantity
    case .validation, .test: "val_" + quantity
    }
  }

  /// Returns the recorded quantities of a fit, in the order of its history.
  ///
  /// - Parameter heldOut: what it is validated with, if it is.
  package static func all(of quantities: [Quantity], heldOut: LineChart.Role?) -> [RecordedQuantity] {
    [.training, heldOut].compactMap(\.self).flatMap { role in quantities.map { RecordedQuantity($0, role) } }
  }

  /// Returns a fit's results: metrics, then the loss, which is recorded first. Validation precedes training.
  package static func telling(of recorded: [RecordedQuantity]) -> [MeasuredResult] {
    let loss = recorded.first?.quantity
    let (metrics, losses) = (recorded.filter { $0.quantity != loss }, recorded.filter { $0.quantity == loss })
    return [metrics, losses].flatMap { group in
      (group.filter(\.role.isHeldOut) + group.filter { $0.role == .training }).map { MeasuredResult($0) }
    }
  }
}

extension FitSignature {
  /// Returns the recorded quantity that a path to this fit reads; `nil` if it reads something else.
  func recorded(at path: Expression.Path) -> RecordedQuantity? {
    for case .field(let name) in path.steps.map(\.step) {
      if let found = recorded.first(where: { $0.name == name }) { return found }
    }
    return nil
  }
}
