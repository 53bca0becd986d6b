/// The answer to a question for something by its name.
package enum Lookup<Value> {
  case known(Value)
  /// It is there, and is itself wrong, which has been reported; whatever uses it is not to blame.
  case broken
  case absent

  package var value: Value? { if case .known(let value) = self { value } else { nil } }

  /// What is known of it is `nil` if it is itself wrong.
  init(_ value: Value?) { self = value.map(Lookup.known) ?? .broken }
}

extension Lookup: Sendable where Value: Sendable {}
