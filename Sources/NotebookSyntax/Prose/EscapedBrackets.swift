import Diagnostics

/// A search for formulas in the notation of LaTeX, `\(x\)` and `\[x = 1\]`, which Markdown reads as brackets.
///
/// Authors also write `\[` where they mean a bracket, and more seldom `\(`, so that only text that can hardly be
/// anything but a formula is found.
struct EscapedBrackets {
  private var opener: (offset: Int, isDisplay: Bool)?

  /// Forgets the bracket that was opened last, as at code, which no formula contains.
  mutating func forget() { opener = nil }

  /// Reads a backslash.
  ///
  /// - Parameters:
  ///   - offset: the offset of the backslash.
  ///   - bytes: the lines to read, with offsets of their own in the text.
  /// - Returns: the formula that ends here, if one does.
  mutating func escape(at offset: Int, in bytes: ArraySlice<UInt8>) -> ProseScanner.Finding? {
    guard offset + 1 < bytes.endIndex else { return nil }
    switch UnicodeScalar(bytes[offset + 1]) {
    case "(": opener = (offset, false)
    case "[": opener = (offset, true)
    case ")": return close(at: offset, isDisplay: false, in: bytes)
    case "]": return close(at: offset, isDisplay: true, in: bytes)
    default: break
    }
    return nil
  }

  private mutating func close(
    at offset: Int, isDisplay: Bool, in bytes: ArraySlice<UInt8>
  ) -> ProseScanner.Finding? {
    guard let begun = opener, begun.isDisplay == isDisplay else { return nil }
    opener = nil
    let content = SourceRange(begun.offset + 2, offset)
    let text = String(decoding: bytes[content.start..<content.end], as: UTF8.self)
    guard Self.isFormula(text, isDisplay: isDisplay), !Self.isAddress(bytes[..<begun.offset]) else {
      return nil
    }
    return .escapedFormula(
      whole: SourceRange(begun.offset, offset + 2), content: content, isDisplay: isDisplay)
  }

  /// Returns true for text with a command or a superscript, and for letters and numbers without a word: any in
  /// parentheses, and those with a sign such as `=` in square brackets.
  private static func isFormula(_ text: String, isDisplay: Bool) -> Bool {
    let bytes = text.utf8.drop { ValueScanner.isSpace($0) }
    guard let first = bytes.first, !bytes.contains(UInt8(ascii: "$")) else { return false }
    if text.contains(/\\[A-Za-z]/) { return true }
    // A footnote's label begins with this sign.
    if bytes.contains(UInt8(ascii: "^")), first != UInt8(ascii: "^") { return true }
    return !text.contains(/[A-Za-z]{3}/) && (!isDisplay || bytes.contains { "=+<>".utf8.contains($0) })
  }

  /// The number of bytes in which the beginning of an address is searched for.
  private static let longestAddress = 200

  /// Returns true if a text ends within the address of a link, or right after the text of one.
  private static func isAddress(_ bytes: ArraySlice<UInt8>) -> Bool {
    let near = bytes.suffix(longestAddress)
    let word = near.suffix(from: near.lastIndex { isBlank($0) || ProseMask.endsLine($0) } ?? near.startIndex)
    let text = String(decoding: word, as: UTF8.self)
    return text.contains("](") || text.contains("://") || text.hasSuffix("]")
  }
}
