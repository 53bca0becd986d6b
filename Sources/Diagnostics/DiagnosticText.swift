/// Diagnostics for a person at a terminal: the place, the message, the line, a caret, and the remedy.
///
/// At most one hundred findings about a source are shown, errors in preference to warnings.
///
/// A source without text, such as an unreadable file, has no line to show: its path alone is the place.
package struct DiagnosticText {
  private static let longestMessage = 320
  private static let longestHelp = 1000

  private let source: SourceFile
  private let usesColor: Bool

  package init(source: SourceFile, usesColor: Bool = false) {
    self.source = source
    self.usesColor = usesColor
  }

  package func render(_ diagnostics: [Diagnostic]) -> String {
    let printed = PrintedFindings(diagnostics)
    let texts = printed.list.map(render)
    if printed.leftOut == 0 { return texts.joined(separator: "\n") }
    let path = source.path.isEmpty ? "" : message(source.path) + ": "
    let verb = printed.leftOut == 1 ? "is" : "are"
    let rest = "\(path)\(counted(printed.leftOut, "more finding")) \(verb) not shown\n"
    return (texts + [rest]).joined(separator: "\n")
  }

  /// Renders a problem that is not about any text.
  package static func render(
    _ problem: some Problem, severity: Severity = .error, usesColor: Bool = false
  ) -> String {
    let nothing = DiagnosticText(source: SourceFile(path: "", text: ""), usesColor: usesColor)
    return nothing.render(Diagnostic(problem, at: SourceRange(0, 0), severity: severity))
  }

  private func render(_ diagnostic: Diagnostic) -> String {
    let tint = diagnostic.severity == .error ? "31" : "33"
    var text =
      place(of: diagnostic.range) + styled(diagnostic.severity.rawValue, tint) + ": "
      + styled(message(diagnostic.message), "1") + " [\(diagnostic.code)]\n"
    text += excerpt(diagnostic.range, tint: tint)
    for note in diagnostic.shownNotes {
      text += place(of: note.range) + styled("note", "36") + ": \(message(note.message))\n"
      text += excerpt(note.range, tint: "36")
    }
    if diagnostic.notesLeftOut > 0 {
      text += "  = " + styled("note", "36") + ": \(counted(diagnostic.notesLeftOut, "more note")) not shown\n"
    }
    for (index, line) in diagnostic.helpLines.enumerated() {
      text += (index == 0 ? "  = help: " : "    ") + TerminalText.clean(line, limit: Self.longestHelp) + "\n"
    }
    return text
  }

  private func message(_ text: String) -> String { TerminalText.clean(text, limit: Self.longestMessage) }

  private func place(of range: SourceRange) -> String {
    if source.path.isEmpty { return "" }
    let path = message(source.path)
    if source.utf8.isEmpty { return "\(path): " }
    let location = source.location(of: range.start)
    return "\(path):\(location.line):\(location.column): "
  }

  private func excerpt(_ range: SourceRange, tint: String) -> String {
    if source.utf8.isEmpty { return "" }
    let excerpt = SourceExcerpt(range, of: source)
    let number = String(excerpt.line)
    let margin = String(repeating: " ", count: number.count)
    let carets = String(repeating: "^", count: excerpt.markedWidth)
    let blank = String(repeating: " ", count: excerpt.widthBefore)
    return " \(number) | \(excerpt.text)\n \(margin) | \(blank)" + styled(carets, tint) + "\n"
  }

  private func styled(_ text: String, _ code: String) -> String {
    usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
