/// JSON with its members in the order given, so that equal results are equal bytes.
package indirect enum JSON: Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])

  /// A typed result; numbers that JSON cannot hold become null.
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

  /// On one line.
  package var text: String { rendered(indent: nil, depth: 0) }

  /// On many lines, indented by two spaces; lists of plain values stay on one.
  package var indented: String { rendered(indent: "  ", depth: 0) }

  private var isPlain: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  private func rendered(indent: String?, depth: Int) -> String {
    switch self {
    case .null: return "null"
    case .bool(let flag): return String(flag)
    case .number(let number): return Self.spelling(of: number)
    case .string(let text): return Self.quoted(text)
    case .array(let values):
      let parts = values.map { $0.rendered(indent: indent, depth: depth + 1) }
      return wrapped("[", parts, "]", indent: values.allSatisfy(\.isPlain) ? nil : indent, depth: depth)
    case .object(let members):
      let separator = indent == nil ? ":" : ": "
      let parts = members.map { name, value in
        Self.quoted(name) + separator + value.rendered(indent: indent, depth: depth + 1)
      }
      return wrapped("{", parts, "}", indent: indent, depth: depth)
    }
  }

  private func wrapped(
    _ open: String, _ parts: [String], _ close: String, indent: String?, depth: Int
  ) -> String {
    guard let indent, !parts.isEmpty else { return open + parts.joined(separator: ",") + close }
    let margin = String(repeating: indent, count: depth)
    return open + "\n" + parts.map { margin + indent + $0 }.joined(separator: ",\n") + "\n" + margin + close
  }

  private static func spelling(of number: Double) -> String {
    guard number.isFinite else { return "null" }
    return number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
