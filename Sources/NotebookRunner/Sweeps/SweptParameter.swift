import Diagnostics
import Options
import Tuning

/// A setting that a sweep varies, as it is written under `parameters`.
struct SweptParameter: Sendable {
  /// The values that are tried.
  enum Values: Sendable {
    case choices([OptionValue])
    case numbers(SearchDomain)
  }

  let name: Placed<String>
  /// The place of the values.
  let place: SourceRange
  let values: Values
  let role: SweepResults.Parameter.Role?

  var domain: SearchDomain {
    switch values {
    case .choices(let choices): choices.count == 1 ? .constant : Self.categorical(choices)
    case .numbers(let domain): domain
    }
  }

  /// Returns choices as a domain, in which numbers in ascending or descending order have neighbours.
  private static func categorical(_ choices: [OptionValue]) -> SearchDomain {
    let numbers = choices.compactMap(\.number)
    let steps = zip(numbers, numbers.dropFirst())
    let isOrdered =
      numbers.count == choices.count
      && (steps.allSatisfy { $0 < $1 } || steps.allSatisfy { $0 > $1 })
    return .categorical(count: choices.count, isOrdered: isOrdered)
  }

  /// Returns the value at a coordinate, as an author would write it here.
  func value(at coordinate: SearchCoordinate) -> OptionValue {
    switch (values, coordinate) {
    case (.choices(let choices), .choice(let index)): choices[index]
    case (_, .choice(let index)), (_, .integer(let index)): OptionValue(.integer(index), at: place)
    case (.numbers(let domain), .number(let number)) where domain.isWhole:
      OptionValue(.integer(Int(number)), at: place)
    case (_, .number(let number)): OptionValue(.number(number), at: place)
    }
  }

  /// Coordinates at which each value, or each end of the range, is tried once.
  var probes: [SearchCoordinate] {
    switch values {
    case .choices(let choices): choices.indices.map(SearchCoordinate.choice)
    case .numbers(let domain): [domain.coordinate(at: 0), domain.coordinate(at: 1)]
    }
  }
}

extension OptionKind where Value == [SweptParameter] {
  /// Names of settings, each with a list of values, or a range and a distribution.
  static let sweptParameters = OptionKind(
    form: .mapping(.either(.list(.scalar), SweptRange.form)), placeholder: { [] }
  ) { value, name, findings in
    guard case .mapping(let entries) = value.content, !entries.isEmpty else {
      findings.add(
        OptionProblem.wrongType(name, expected: .mapping(.list(.scalar)), found: value), at: value.range)
      return nil
    }
    var canonical: [OptionValue.Entry] = []
    let parameters = entries.compactMap { entry -> SweptParameter? in
      let reading = SweptParameter.read(entry, &findings)
      if let reading { canonical.append(.init(entry.key, reading.canonical)) }
      return reading?.parameter
    }
    guard parameters.count == entries.count else { return nil }
    return (parameters, OptionValue(.mapping(canonical), at: value.range))
  }
}

extension SweptParameter {
  fileprivate static func read(
    _ entry: OptionValue.Entry, _ findings: inout OptionFindings
  ) -> (parameter: SweptParameter, canonical: OptionValue)? {
    let name = Placed(entry.key, at: entry.keyRange)
    func parameter(_ values: Values, _ role: SweepResults.Parameter.Role? = nil) -> SweptParameter {
      SweptParameter(name: name, place: entry.value.range, values: values, role: role)
    }
    switch entry.value.content {
    case .list(let choices):
      guard let choices = checked(choices, of: entry, &findings) else { return nil }
      return (parameter(.choices(choices)), OptionValue(.list(choices)))
    case .mapping:
      let range = OptionKind.group(of: entry.key) { SweptRange(&$0) }
      guard let reading = range.read(entry.value, entry.key, &findings) else { return nil }
      let errors = findings.diagnostics.count
      guard let values = reading.value.values(of: entry, &findings), findings.diagnostics.count == errors
      else { return nil }
      return (parameter(values, reading.value.role), reading.canonical)
    default: return (parameter(.choices([entry.value])), entry.value)
    }
  }

  /// Returns choices without duplicates; `nil` after reporting what is wrong with them.
  static func checked(
    _ choices: [OptionValue], of entry: OptionValue.Entry, _ findings: inout OptionFindings
  ) -> [OptionValue]? {
    if choices.isEmpty {
      findings.add(OptionProblem.emptyList(entry.key, of: .scalar), at: entry.value.range)
      return nil
    }
    var seen = Set<OptionValue>()
    for choice in choices where !seen.insert(choice).inserted {
      findings.add(OptionProblem.repeated(entry.key, choice), at: choice.range)
      return nil
    }
    return choices.map(\.evaluatingQuotient)
  }
}
