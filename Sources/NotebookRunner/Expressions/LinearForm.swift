/// An expression as a constant plus a sum of results times numbers: `2 * a.loss - b.loss + 1`.
struct LinearForm {
  private(set) var terms: [(path: Expression.Path, factor: Double)] = []
  private(set) var constant = 0.0

  /// - Returns: `nil` if the expression has another form, such as a product of two results.
  init?(_ expression: Expression) {
    switch expression {
    case .number(let number): constant = number
    case .path(let path): terms = [(path, 1)]
    case .negated(let inner):
      guard let form = LinearForm(inner) else { return nil }
      self = form.times(-1)
    case .binary(let left, let symbol, let right):
      guard let left = LinearForm(left), let right = LinearForm(right) else { return nil }
      switch symbol {
      case .plus: self = left.plus(right)
      case .minus: self = left.plus(right.times(-1))
      case .times where left.terms.isEmpty: self = right.times(left.constant)
      case .times where right.terms.isEmpty: self = left.times(right.constant)
      case .divided where right.terms.isEmpty && right.constant != 0: self = left.times(1 / right.constant)
      default: return nil
      }
    case .text, .within, .beyondSeeds, .not, .formatted, .call: return nil
    }
  }

  private func times(_ factor: Double) -> LinearForm {
    var form = self
    form.constant *= factor
    form.terms = terms.map { ($0.path, $0.factor * factor) }
    return form
  }

  private func plus(_ other: LinearForm) -> LinearForm {
    var form = self
    form.constant += other.constant
    form.terms += other.terms
    return form
  }
}
