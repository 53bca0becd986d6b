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
      case .series(let values, _): .array(values.map { .number($0) })
      case .record(let fields): .object(fields.map { ($0.name, JSON($0.value)) })
      }
  }
}
