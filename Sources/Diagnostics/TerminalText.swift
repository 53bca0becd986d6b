/// Text that may come from a notebook, its data or the command line, made fit for a terminal.
package enum TerminalText {
  /// One line, with replacement characters for those that would act on the terminal, and of a long one its beginning
  /// and its end.
  static func clean(_ text: String, limit: Int) -> String {
    let isLong = text.count > limit
    let shown = isLong ? text.prefix(limit * 3 / 5) + " … " + text.suffix(limit / 3) : text[...]
    return String(shown.map { isUnsafe($0) ? "\u{FFFD}" : $0 })
  }

  /// Lines, with the same replacements in each.
  package static func clean(lines text: String) -> String {
    String(text.map { $0 != "\n" && isUnsafe($0) ? "\u{FFFD}" : $0 })
  }

  /// Whether a character is a control character, or turns the direction of the text.
  static func isUnsafe(_ character: Character) -> Bool {
    character.unicodeScalars.contains { scalar in
      scalar.properties.generalCategory == .control || (0x202A...0x202E).contains(scalar.value)
        || (0x2066...0x2069).contains(scalar.value)
    }
  }
}
