/// What a number measures, where its name says so.
package enum ExpressionQuantity: Sendable {
  case share, loss

  var phrase: String {
    switch self {
    case .share: "a share of samples"
    case .loss: "a loss"
    }
  }

  fileprivate static let shareFields: Set = [
    "accuracy", "val_accuracy", "precision", "recall", "f1", "roc_auc", "average_precision",
  ]
  fileprivate static let lossFields: Set = ["loss", "val_loss"]
}

extension Expression.Path {
  var quantity: ExpressionQuantity? {
    for case .field(let name) in steps.map(\.step) {
      if ExpressionQuantity.shareFields.contains(name) { return .share }
      if ExpressionQuantity.lossFields.contains(name) { return .loss }
    }
    return nil
  }
}

extension Expression {
  /// What is measured by both sides of a sum alike, and by all arguments of a function; `nil` for products and
  /// constants, which may be of anything.
  var quantity: ExpressionQuantity? {
    switch self {
    case .path(let path): path.quantity
    case .negated(let inner): inner.quantity
    case .binary(let left, .plus, let right), .binary(let left, .minus, let right):
      Self.common([left, right])
    case .call(_, let arguments): Self.common(arguments)
    case .number, .text, .binary, .within, .not, .formatted: nil
    }
  }

  /// Numbers take the quantity of what they are added to.
  private static func common(_ parts: [Expression]) -> ExpressionQuantity? {
    let quantities = Set(parts.filter { !$0.paths.isEmpty }.map(\.quantity))
    return quantities.count == 1 ? quantities.first.flatMap(\.self) : nil
  }
}
