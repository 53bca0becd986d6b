import Engine
import NotebookResults

/// A result of a cell that is a value of a quantity, or a series of which one value counts.
package struct MeasuredResult: Sendable {
  /// The name in expressions.
  package let name: String
  package let quantity: Quantity
  /// The name on the page.
  package let words: Words

  /// Creates a result of a fit or a sweep.
  ///
  /// - Parameter words: the name on the page, if it is not the quantity's own.
  package init(_ recorded: RecordedQuantity, words: Words? = nil) {
    (name, quantity, self.words) = (recorded.name, recorded.quantity, words ?? recorded.words)
  }

  /// Creates a result of an evaluation, which itself states the samples it is about.
  package init(_ quantity: Quantity) {
    (name, self.quantity, words) = (quantity.name, quantity, Words(quantity))
  }

  /// Returns the number that stands for the result, the mean of those of all seeds if there are several.
  package func number(in value: Value) -> Double? {
    if case .seeds(let seeds) = value {
      let numbers = seeds.compactMap { number(in: $0.value) }
      return numbers.count == seeds.count && !numbers.isEmpty
        ? numbers.reduce(0, +) / Double(numbers.count) : nil
    }
    return field(of: value).flatMap(ExpressionEvaluator.number)
  }

  /// Returns the numbers of the result, one for each epoch of a fit.
  package func values(in value: Value) -> [Double] {
    switch field(of: value.mean) {
    case .number(let number): [number]
    case .series(let series): series.values
    default: []
    }
  }

  private func field(of value: Value) -> Value? { value[name] ?? value[ImpliedField.record]?[name] }
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
      guard let number = result.number(in: value) else { continue }
      return Headline(label: result.words, value: number, unit: .init(result.quantity.unit))
    }
    return nil
  }
}
