/// The result of a lookup by name.
package enum Lookup<Value> {
  case known(Value)
  /// It exists and has errors, which have been reported; nothing is reported of what uses it.
  case broken
  case absent

  package var value: Value? { if case .known(let value) = self { value } else { nil } }

  /// Creates the result for something that exists; `nil` if it has errors.
  init(_ value: Value?) { self = value.map(Lookup.known) ?? .broken }
}

extension Lookup: Sendable where Value: Sendable {}
