/// Invisible characters that change the direction of the text around them, so that it reads differently
/// (Unicode Standard Annex 9).
package enum BidirectionalControl {
  package static let all: [Unicode.Scalar] =
    ["\u{061C}", "\u{200E}", "\u{200F}"]
    + (0x202A...0x202E).compactMap(Unicode.Scalar.init) + (0x2066...0x2069).compactMap(Unicode.Scalar.init)

  package static func isOne(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Returns a code point in its usual notation, such as U+202E.
  package static func name(of scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Returns the text with each of these characters replaced by a visible mark, such as `[U+202E]`.
  package static func marked(_ text: String) -> String { replacing(in: text) { "[\(name(of: $0))]" } }

  /// Returns the text with each of these characters replaced by what `mark` returns for it.
  package static func replacing(in text: String, with mark: (Unicode.Scalar) -> String) -> String {
    guard occurs(in: text) else { return text }
    var marked = ""
    for scalar in text.unicodeScalars {
      if isOne(scalar) { marked += mark(scalar) } else { marked.unicodeScalars.append(scalar) }
    }
    return marked
  }

  /// Returns true if a text contains such a character.
  package static func occurs(in text: String) -> Bool { first(in: text) != nil }

  /// Returns the first such character in a text. Most texts contain no byte that could begin one.
  package static func first(in text: String) -> Unicode.Scalar? {
    guard text.utf8.contains(where: { $0 == 0xD8 || $0 == 0xE2 }) else { return nil }
    return text.unicodeScalars.first(where: isOne)
  }
}
