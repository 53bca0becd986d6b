import Engine
import NotebookResults

/// A result of a cell that is a value of a quantity, or a series whose last value counts.
package struct MeasuredResult: Sendable {
  /// The name in expressions.
  package let name: String
  package let quantity: Quantity
  /// The name on the page.
  package let words: Words

  /// Creates a result of a fit.
  package init(_ recorded: RecordedQuantity) {
    (name, quantity, words) = (recorded.name, recorded.quantity, recorded.words)
  }

  /// Creates a result of an evaluation, which itself states the samples it is about.
  package init(_ quantity: Quantity) {
    (name, self.quantity, words) = (quantity.name, quantity, Words(quantity))
  }

  /// Returns the last number of the result, the mean of those of all seeds if there are several.
  package func last(in value: Value) -> Double? {
    guard case .seeds(let seeds) = value else { return values(in: value).last }
    let last = seeds.compactMap { values(in: $0.value).last }
    return last.count == seeds.count && !last.isEmpty ? last.reduce(0, +) / Double(last.count) : nil
  }

  /// Returns the numbers of the result, one for each epoch of a fit.
  package func values(in value: Value) -> [Double] {
    let value = value.mean
    return switch value[name] ?? value[ImpliedField.record]?[name] {
    case .number(let number): [number]
    case .series(let numbers, _): numbers
    default: []
    }
  }
}

extension CellSignature {
  /// Returns the measured result that a path to this cell reads; `nil` if it reads something else.
  func measured(at path: Expression.Path) -> MeasuredResult? {
    for case .field(let name) in path.steps.map(\.step) {
      if let found = measured.first(where: { $0.name == name }) { return found }
    }
    return nil
  }

  /// Returns the number that represents the cell as a whole.
  package func headline(in value: Value) -> Headline? {
    for result in measured {
      guard let number = result.last(in: value) else { continue }
      return Headline(label: result.words, value: number, unit: .init(result.quantity.unit))
    }
    return nil
  }
}
