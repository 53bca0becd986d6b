/// Diagnostics as a person reads them in a terminal: place, message, the line, a caret, what to do.
package struct DiagnosticText {
  private let source: SourceFile
  private let usesColor: Bool

  package init(source: SourceFile, usesColor: Bool = false) {
    self.source = source
    self.usesColor = usesColor
  }

  package func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.sortedByPlace.map(render).joined(separator: "\n")
  }

  private func render(_ diagnostic: Diagnostic) -> String {
    let tint = diagnostic.severity == .error ? "31" : "33"
    var text =
      place(of: diagnostic.range) + ": " + styled(diagnostic.severity.rawValue, tint) + ": "
      + styled(diagnostic.message, "1") + " [\(diagnostic.code)]\n"
    text += excerpt(diagnostic.range, tint: tint)
    for note in diagnostic.notes {
      text += place(of: note.range) + ": " + styled("note", "36") + ": \(note.message)\n"
      text += excerpt(note.range, tint: "36")
    }
    if let help = diagnostic.help { text += "  = help: \(help)\n" }
    return text
  }

  private func place(of range: SourceRange) -> String {
    let location = source.location(of: range.start)
    return "\(source.path):\(location.line):\(location.column)"
  }

  private func excerpt(_ range: SourceRange, tint: String) -> String {
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
