/// The spelling of names, which cells, directives and parameters share.
package enum Notation {
  /// Returns true if a text is a name: `[a-z][a-z0-9_]*`.
  package static func isName(_ text: some StringProtocol) -> Bool {
    guard let first = text.utf8.first, isSmallLetter(first) else { return false }
    return text.utf8.allSatisfy { isSmallLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
  }

  /// Returns the name that is closest to a text that is not a name.
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
