import Engine

extension ExpressionChecker {
  /// Returns the unit common to both sides of a sum or all arguments of a function; `nil` for products and
  /// constants, which may have any unit.
  func unit(of expression: Expression) -> Quantity.Unit? {
    switch expression {
    case .path(let path): unit(of: path)
    case .negated(let inner): unit(of: inner)
    case .binary(let left, .plus, let right), .binary(let left, .minus, let right):
      commonUnit(of: [left, right])
    case .call(_, let arguments): commonUnit(of: arguments)
    case .number, .text, .binary, .within, .beyondSeeds, .not, .formatted: nil
    }
  }

  /// Returns the unit that the parts share; numbers take the unit of what they are added to.
  private func commonUnit(of parts: [Expression]) -> Quantity.Unit? {
    let units = Set(parts.filter { !$0.paths.isEmpty }.map(unit))
    return units.count == 1 ? units.first.flatMap(\.self) : nil
  }

  /// Returns the unit of a result, or of the group of results that it belongs to.
  func unit(of path: Expression.Path) -> Quantity.Unit? {
    guard var type = self.type(of: path.root).value else { return nil }
    for case .field(let name) in path.steps.map(\.step) {
      guard let field = type.field(name) else { return nil }
      if let unit = field.unit { return unit }
      type = field.type
    }
    return nil
  }
}
