import NotebookResults
import Tuning

/// Computes expressions from existing results.
///
/// Expressions have been checked before, so a path that leads nowhere means that its cell has no result.
package struct ExpressionEvaluator {
  let values: [String: Value]
  /// The seed whose results are read; `nil` for the means of all.
  private let seed: Int?

  package init(values: [String: Value]) { self.init(values: values, seed: nil) }

  init(values: [String: Value], seed: Int?) {
    self.values = values
    self.seed = seed
  }

  /// - Returns: the value, or `nil` if a cell that the expression reads has no result.
  package func value(of expression: Expression) -> Value? {
    switch expression {
    case .number(let number): return .number(number)
    case .text(let text): return .text(text)
    case .path(let path): return value(at: path).flatMap(single)
    case .negated(let inner): return number(of: inner).map { .number(-$0) }
    case .not(let inner): return flag(of: inner).map { .flag(!$0) }
    case .formatted(let inner, let format): return number(of: inner).map { .text(format.text($0)) }
    case .call(let function, let arguments):
      let numbers = arguments.compactMap(number)
      return numbers.count == arguments.count ? .number(function.value(of: numbers)) : nil
    case .within(let inner, let lower, let upper, _):
      guard let number = number(of: inner), let low = self.number(of: lower),
        let high = self.number(of: upper)
      else { return nil }
      return .flag(
        (number >= low || Self.areEqual(number, low)) && (number <= high || Self.areEqual(number, high)))
    case .beyondSeeds(let left, let symbol, let right, _):
      return .flag(SeedComparison(left, right, values)?.supports(symbol) ?? false)
    case .binary(let left, let symbol, let right): return value(of: left, symbol, right)
    }
  }

  /// Returns the result of the seed that is read, or the mean of all: of series, that of their results.
  private func single(_ value: Value) -> Value? {
    guard case .seeds(let seeds) = value else { return value.mean }
    if let seed { return seeds.first { $0.seed == seed }?.value }
    return Self.number(of: value).map(Value.number) ?? value.mean
  }

  /// Returns the two sides of a claim as the page shows them, with digests and other long texts shortened.
  ///
  /// - Parameter inShares: true if the claim is made in percent or points.
  func sides(of expression: Expression, inShares: Bool) -> (left: String?, right: String?) {
    func side(_ expression: Expression) -> String? { self.side(expression, inShares: inShares) }
    return switch expression {
    case .binary(let left, let symbol, let right) where symbol.isComparison:
      (side(left), side(right))
    case .beyondSeeds(let left, _, let right, _): (side(left), side(right))
    case .within(let inner, let lower, let upper, _):
      (side(inner), side(lower).flatMap { low in side(upper).map { low + "–" + $0 } })
    default: (nil, nil)
    }
  }

  /// Returns the values that explain a claim: of a comparison, whose sides are shown, the results of its test over
  /// seeds; of any other, each path that it reads, once, with its value as the page shows it.
  ///
  /// - Parameter inShares: true if the claim is made in percent or points.
  package func readings(of expression: Expression, inShares: Bool = false) -> [Claim.Reading] {
    if case .beyondSeeds(let left, _, let right, _) = expression {
      return SeedComparison(left, right, values)?.readings(inShares: inShares) ?? []
    }
    if sides(of: expression, inShares: inShares).left != nil { return [] }
    var seen = Set<String>()
    return expression.paths.filter { seen.insert($0.spelling).inserted }.compactMap { path in
      side(.path(path), inShares: false).map { Claim.Reading(path: path.spelling, value: $0) }
    }
  }

  private func side(_ expression: Expression, inShares: Bool) -> String? {
    if inShares, let number = number(of: expression) { return ValueFormat.share(number) }
    return value(of: expression).map(ValueFormat.plain).map { $0.count > 24 ? $0.prefix(12) + "…" : $0 }
  }

  func flag(of expression: Expression) -> Bool? {
    if case .flag(let flag)? = value(of: expression) { flag } else { nil }
  }

  func number(of expression: Expression) -> Double? { value(of: expression).flatMap(Self.number) }

  /// Returns the number that stands for a value; `nil` if there is none.
  static func number(of value: Value) -> Double? {
    switch value {
    case .number(let number): number
    case .integer(let integer): Double(integer)
    case .series(let series): series.result
    case .seeds(let seeds): Spread(of: seeds)?.mean
    default: nil
    }
  }

  private func value(of left: Expression, _ symbol: Expression.BinaryOperator, _ right: Expression) -> Value?
  {
    switch symbol {
    case .or: return flag(of: left).flatMap { one in flag(of: right).map { .flag(one || $0) } }
    case .and: return flag(of: left).flatMap { one in flag(of: right).map { .flag(one && $0) } }
    case .equal, .notEqual:
      guard let one = comparable(left), let other = comparable(right) else { return nil }
      return .flag(Self.areEqual(one, other) == (symbol == .equal))
    default: break
    }
    guard let one = number(of: left), let other = number(of: right) else { return nil }
    return switch symbol {
    case .less: .flag(one < other && !Self.areEqual(one, other))
    case .lessOrEqual: .flag(one <= other || Self.areEqual(one, other))
    case .greater: .flag(one > other && !Self.areEqual(one, other))
    case .greaterOrEqual: .flag(one >= other || Self.areEqual(one, other))
    case .plus: .number(one + other)
    case .minus: .number(one - other)
    case .times: .number(one * other)
    default: .number(one / other)
    }
  }

  private static func areEqual(_ one: Value, _ other: Value) -> Bool {
    guard case .number(let one) = one, case .number(let other) = other else { return one == other }
    return areEqual(one, other)
  }

  /// Returns true if numbers differ by rounding alone: 10% + 5pp equals 0.15.
  static func areEqual(_ one: Double, _ other: Double) -> Bool {
    one == other || abs(one - other) <= 1e-12 * max(abs(one), abs(other))
  }

  /// Converts numbers of every kind so that they compare as numbers.
  private func comparable(_ expression: Expression) -> Value? {
    value(of: expression).map { value in Self.number(of: value).map(Value.number) ?? value }
  }

  /// - Returns: the value, or `nil` if the cell has no result or left this value open.
  func value(at path: Expression.Path) -> Value? {
    let value = path.steps.reduce(values[path.root]) { value, step in
      value.flatMap { Self.value(after: step.step, in: $0) }
    }
    return value == .unknown ? nil : value
  }

  /// Returns the problem of a path whose index is beyond the end of a series, as after early stopping.
  func problem(of path: Expression.Path) -> PlacedProblem? {
    var value = values[path.root]
    var owner = path.root
    for (step, range) in path.steps {
      if case .index(let index) = step, case .series(let series)? = value, index >= series.values.count {
        return PlacedProblem(
          .indexOutOfRange(index, count: series.values.count, of: owner, isSeries: true), at: range)
      }
      value = value.flatMap { Self.value(after: step, in: $0) }
      owner += step.spelling
    }
    return nil
  }

  private static func value(after step: Expression.Path.Step, in value: Value) -> Value? {
    switch (step, value) {
    case (_, .seeds(let seeds)): self.value(after: step, in: seeds)
    case (.field(let name), .record): value[name] ?? value[ImpliedField.record]?[name]
    case (.field(let name), .series(let series)):
      SeriesField(rawValue: name).flatMap { Self.pick($0, from: series) }.map(Value.number)
    case (.index(let index), .series(let series)):
      series.values.indices.contains(index) ? .number(series.values[index]) : nil
    case (.index(let index), .list(let values)): values.indices.contains(index) ? values[index] : nil
    case (.index, .record): value[ImpliedField.list].flatMap { Self.value(after: step, in: $0) }
    default: nil
    }
  }

  /// Returns the value that a step leads to in the results of several seeds; `nil` if one of them has none.
  private static func value(after step: Expression.Path.Step, in seeds: [SeedValue]) -> Value? {
    if case .field(let name) = step, let field = SeedsField(rawValue: name) {
      if field == .seeds { return .list(seeds.map(\.value)) }
      return Spread(of: seeds)?[field].map(Value.number)
    }
    let inner = seeds.compactMap { seed in
      value(after: step, in: seed.value).map { SeedValue(seed: seed.seed, $0) }
    }
    return inner.count == seeds.count ? .seeds(inner) : nil
  }

  private static func pick(_ field: SeriesField, from series: Value.Series) -> Double? {
    switch (field, series.better) {
    case (.first, _): series.values.first
    case (.last, _): series.values.last
    case (.best, .higher): series.values.max()
    case (.best, .lower): series.values.min()
    case (.best, nil): nil
    }
  }
}

extension Spread {
  /// Creates the spread of results; `nil` if one of them is no finite number.
  init?(of seeds: [SeedValue]) {
    let numbers = seeds.compactMap { ExpressionEvaluator.number(of: $0.value) }
    guard numbers.count == seeds.count else { return nil }
    self.init(numbers)
  }

  fileprivate subscript(field: SeedsField) -> Double? {
    switch field {
    case .mean, .seeds: mean
    case .std: standardDeviation
    case .min: min
    case .max: max
    }
  }
}
