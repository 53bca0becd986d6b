import Engine
import NotebookResults

/// A result of a cell that is a value of a quantity; where it is a series, its last value is.
package struct MeasuredResult: Sendable {
  /// The name in expressions.
  package let name: String
  package let quantity: Quantity
  /// The name on the page.
  package let words: Words

  /// A result of a fit.
  package init(_ recorded: RecordedQuantity) {
    (name, quantity, words) = (recorded.name, recorded.quantity, recorded.words)
  }

  /// A result of an evaluation, which says itself of which samples it is.
  package init(_ quantity: Quantity) {
    (name, self.quantity, words) = (quantity.name, quantity, Words(quantity))
  }

  /// The numbers of the result, one for each epoch of a fit.
  package func values(in value: Value) -> [Double] {
    switch value[name] ?? value[ImpliedField.record]?[name] {
    case .number(let number): [number]
    case .series(let numbers, _): numbers
    default: []
    }
  }
}

extension CellSignature {
  /// The measured result that a path to this cell reads; `nil` where it reads something else.
  func measured(at path: Expression.Path) -> MeasuredResult? {
    for case .field(let name) in path.steps.map(\.step) {
      if let found = measured.first(where: { $0.name == name }) { return found }
    }
    return nil
  }

  /// The number that stands for the cell as a whole.
  package func headline(in value: Value) -> Headline? {
    for result in measured {
      guard let number = result.values(in: value).last else { continue }
      return Headline(label: result.words, value: number, unit: .init(result.quantity.unit))
    }
    return nil
  }
}
