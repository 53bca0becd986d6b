/// A change to a source text that corrects what a diagnostic is about.
package struct Fix: Sendable, Hashable {
  /// A range of the source and the text that replaces it.
  package struct Edit: Sendable, Hashable {
    package let range: SourceRange
    package let text: String

    package init(_ range: SourceRange, _ text: String) {
      self.range = range
      self.text = text
    }
  }

  package let message: String
  package let edits: [Edit]
}

extension Diagnostic {
  /// Returns a fix for the finding and its consequences, or `nil` if the source does not contain the exact
  /// text to replace, as when that text comes from `${…}`, an escape or joined lines.
  package func fix(in source: SourceFile) -> Fix? {
    let fixes = ([self] + consequences).compactMap { $0.fixOfPlace(in: source) }
    return fixes.first.map { Fix(message: $0.message, edits: fixes.flatMap(\.edits)) }
  }

  private func fixOfPlace(in source: SourceFile) -> Fix? {
    switch correction {
    case nil: nil
    case .replace(let written, let meant):
      source.onlyWord(written, in: range).map {
        Fix(message: "replace \"\(written)\" with \"\(meant)\"", edits: [Fix.Edit($0, meant)])
      }
    case .unquote(let text):
      ["\"", "'"].contains { source[range] == $0 + text + $0 }
        ? Fix(message: "write \(text) without quotes", edits: [Fix.Edit(range, text)]) : nil
    }
  }
}

extension SourceFile {
  /// Returns the place of a word in a range, or `nil` if something else there could be mistaken for it.
  fileprivate func onlyWord(_ word: String, in range: SourceRange) -> SourceRange? {
    let text = self[range]
    if text == word { return range }
    guard !text.contains("\\"), !text.contains("#"), !text.contains("${"), !text.contains(where: \.isNewline),
      let place = firstRange(of: word, in: range), !isNamePart(place.start - 1), !isNamePart(place.end),
      firstRange(of: word, in: SourceRange(place.start + 1, range.end)) == nil
    else { return nil }
    return place
  }

  private func isNamePart(_ offset: Int) -> Bool {
    guard utf8.indices.contains(offset) else { return false }
    let byte = utf8[offset]
    return byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
      || Character(UnicodeScalar(byte)).isLetter || Character(UnicodeScalar(byte)).isNumber
  }
}
