import Writing

extension JSON {
  /// Creates the JSON of a typed result; numbers that JSON cannot represent become null.
  package init(_ value: Value) {
    self =
      switch value {
      case .number(let number): .number(number)
      case .integer(let integer): .number(Double(integer))
      case .text(let text): .string(text)
      case .flag(let flag): .bool(flag)
      case .unknown: .null
      case .list(let values): .array(values.map { JSON($0) })
      case .series(let series): .array(series.values.map { .number($0) })
      case .record(let fields): .object(fields.map { ($0.name, JSON($0.value)) })
      case .seeds(let seeds): Self.json(of: value.mean, seeds)
      }
  }

  /// Returns the mean, and beside it what each seed gave.
  private static func json(of mean: Value, _ seeds: [SeedValue]) -> JSON {
    guard case .record(let fields) = mean else { return JSON(mean) }
    let each = seeds.map { seed in
      guard case .record(let own) = seed.value else { return JSON(seed.value) }
      return JSON.object(
        [("seed", .number(Double(seed.seed)))] + own.map { ($0.name, JSON($0.value)) })
    }
    return .object(fields.map { ($0.name, JSON($0.value)) } + [("seeds", .array(each))])
  }
}
