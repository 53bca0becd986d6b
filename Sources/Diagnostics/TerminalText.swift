/// Text from a notebook, its data or the command line, made safe for a terminal.
package enum TerminalText {
  /// Returns text as one line: characters that would act on the terminal become replacement characters, those
  /// that would change the text's direction become marks, and a long line keeps only its beginning and end.
  static func clean(_ text: String, limit: Int) -> String {
    let isLong = text.count > limit
    let shown = isLong ? text.prefix(limit * 3 / 5) + " … " + text.suffix(limit / 3) : text[...]
    return shown.map(Self.shown).joined()
  }

  /// Returns text of several lines, with the same replacements in each.
  package static func clean(lines text: String) -> String {
    text.map { $0 == "\n" ? "\n" : shown($0) }.joined()
  }

  /// Returns a character as a terminal can show it.
  static func shown(_ character: Character) -> String {
    let scalars = character.unicodeScalars
    if scalars.contains(where: { $0.properties.generalCategory == .control }) { return "\u{FFFD}" }
    return BidirectionalControl.marked(String(character))
  }
}
