/// Something that can be wrong. Each stage of the work has an enum of its own, with a record for each case.
package protocol Problem: Sendable {
  var record: ProblemRecord { get }
}

extension Problem {
  /// The identifier, such as `TB-O-101`, which never changes; the letter names the stage.
  package var code: String { record.reference.code }
  package var message: String { record.message }
  package var help: String? { record.help }

  /// Returns the rule that a problem breaks.
  package static func reference(of problem: Self) -> ProblemReference { problem.record.reference }

  /// Returns the rule that a problem breaks, whatever the problem is about.
  package static func reference<each Subject: Placeholder>(
    of problem: (repeat each Subject) -> Self
  ) -> ProblemReference {
    problem(repeat (each Subject).placeholder).record.reference
  }
}

/// A type with a placeholder value, for problems whose rule alone is needed.
package protocol Placeholder {
  static var placeholder: Self { get }
}

extension String: Placeholder { package static var placeholder: String { "" } }
extension Unicode.Scalar: Placeholder { package static var placeholder: Unicode.Scalar { " " } }
extension Character: Placeholder { package static var placeholder: Character { " " } }
extension Int: Placeholder { package static var placeholder: Int { 0 } }
extension UInt8: Placeholder { package static var placeholder: UInt8 { 0 } }
extension UInt16: Placeholder { package static var placeholder: UInt16 { 0 } }
extension UInt32: Placeholder { package static var placeholder: UInt32 { 0 } }
extension Double: Placeholder { package static var placeholder: Double { 0 } }
extension Bool: Placeholder { package static var placeholder: Bool { false } }
extension Array: Placeholder { package static var placeholder: [Element] { [] } }
extension Set: Placeholder { package static var placeholder: Set<Element> { [] } }
extension Optional: Placeholder { package static var placeholder: Wrapped? { nil } }
