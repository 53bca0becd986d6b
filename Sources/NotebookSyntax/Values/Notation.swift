/// The spelling of names: cells, directives and parameters share it.
package enum Notation {
  /// Whether a text is a name: `[a-z][a-z0-9_]*`.
  package static func isName(_ text: some StringProtocol) -> Bool {
    guard let first = text.utf8.first, isSmallLetter(first) else { return false }
    return text.utf8.allSatisfy { isSmallLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
  }

  /// The name that comes closest to a text that is none.
  static func suggestedName(for text: String) -> String? {
    let name = String(text.lowercased().map { $0 == "-" || $0 == " " || $0 == "." ? "_" : $0 })
    return isName(name) ? name : nil
  }

  private static func isSmallLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
