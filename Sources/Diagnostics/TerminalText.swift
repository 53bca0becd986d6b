/// Text that may come from a notebook, its data or the command line, made fit for a terminal.
package enum TerminalText {
  /// One line, with replacement characters for those that would act on the terminal, marks for those that would turn
  /// the direction of the text, and of a long one its beginning and its end.
  static func clean(_ text: String, limit: Int) -> String {
    let isLong = text.count > limit
    let shown = isLong ? text.prefix(limit * 3 / 5) + " … " + text.suffix(limit / 3) : text[...]
    return shown.map(Self.shown).joined()
  }

  /// Lines, with the same replacements in each.
  package static func clean(lines text: String) -> String {
    text.map { $0 == "\n" ? "\n" : shown($0) }.joined()
  }

  /// A character as a terminal can show it.
  static func shown(_ character: Character) -> String {
    let scalars = character.unicodeScalars
    if scalars.contains(where: { $0.properties.generalCategory == .control }) { return "\u{FFFD}" }
    return BidirectionalControl.marked(String(character))
  }
}
