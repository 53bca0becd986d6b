/// JSON with its members in the given order, so that equal results are equal bytes.
package indirect enum JSON: Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])

  /// The JSON on one line.
  package var text: String { rendered(indent: nil, depth: 0) }

  /// The JSON on many lines, indented by two spaces; lists of plain values stay on one line.
  package var indented: String { rendered(indent: "  ", depth: 0) }

  /// The elements of an array, each on its own line, with a final newline.
  package var lines: String {
    guard case .array(let values) = self, !values.isEmpty else { return text + "\n" }
    return "[\n" + values.map { "  " + $0.text }.joined(separator: ",\n") + "\n]\n"
  }

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

  /// Returns the text between double quotes (RFC 8259, section 7).
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    var rest = text[...]
    while let place = rest.utf8.firstIndex(where: { !isPlain($0) }) {
      quoted += rest[..<place]
      quoted += spelling(of: rest.unicodeScalars[place])
      rest = rest[rest.unicodeScalars.index(after: place)...]
    }
    return quoted + rest + "\""
  }

  private static func spelling(of scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    // Text on a terminal must not change the direction of the text after it.
    case _ where scalar.value < 0x20 || !scalar.isASCII && scalar.properties.isBidiControl: escape(scalar)
    default: String(scalar)
    }
  }

  /// Returns whether a byte stands for itself in any text.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20..<0x80).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  /// Returns an escape with the number of a character, or with two numbers if it is beyond 16 bits.
  package static func escape(_ scalar: Unicode.Scalar) -> String {
    scalar.utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }
}
