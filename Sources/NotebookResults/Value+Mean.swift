extension Value {
  /// The value averaged over seeds, number by number; the value itself if it has none.
  ///
  /// Series are averaged up to the end of the shortest. Where the seeds differ in anything else, such as a
  /// digest, the average is unknown.
  package var mean: Value {
    switch self {
    case .seeds(let seeds): Self.mean(of: seeds.map(\.value.mean))
    case .record(let fields): .record(fields.map { Field($0.name, $0.value.mean) })
    case .list(let values): .list(values.map(\.mean))
    default: self
    }
  }

  private static func mean(of values: [Value]) -> Value {
    guard let first = values.first, values.contains(where: { $0 != first }) else {
      return values.first ?? .unknown
    }
    switch first {
    case .number, .integer:
      let numbers = values.compactMap(\.plainNumber)
      return numbers.count == values.count ? .number(average(numbers)) : .unknown
    case .series(let series):
      let all = values.compactMap { if case .series(let series) = $0 { series.values } else { nil } }
      let shortest = all.map(\.count).min() ?? 0
      let means = (0..<shortest).map { place in average(all.map { $0[place] }) }
      return .series(Series(means, better: series.better))
    case .list(let elements):
      let all = values.compactMap { if case .list(let elements) = $0 { elements } else { nil } }
      guard all.count == values.count, all.allSatisfy({ $0.count == elements.count }) else { return .unknown }
      return .list(elements.indices.map { place in mean(of: all.map { $0[place] }) })
    case .record(let fields):
      return .record(
        fields.map { field in
          let all = values.compactMap { $0[field.name] }
          return Field(field.name, all.count == values.count ? mean(of: all) : .unknown)
        })
    case .text, .flag, .unknown, .seeds: return .unknown
    }
  }

  private var plainNumber: Double? {
    switch self {
    case .number(let number): number
    case .integer(let integer): Double(integer)
    default: nil
    }
  }

  private static func average(_ numbers: [Double]) -> Double {
    numbers.reduce(0, +) / Double(numbers.count)
  }
}
