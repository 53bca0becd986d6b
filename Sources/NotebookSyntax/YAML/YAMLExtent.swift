import Diagnostics
import Yams

/// Finds where YAML values end in the notebook; Yams provides only their beginnings.
struct YAMLExtent {
  let utf8: [UInt8]
  /// The offset beyond which no value extends.
  let limit: Int

  /// Returns the end of a scalar that begins at an offset.
  func end(of text: String, _ style: Node.Scalar.Style, from start: Int) -> Int {
    switch style {
    case .singleQuoted: endOfSingleQuoted(from: start)
    case .doubleQuoted: endOfDoubleQuoted(from: start)
    case .literal, .folded: endOfBlock(text, from: start)
    case .plain, .any: endOfPlain(text, from: start)
    }
  }

  /// Returns the end of a list or mapping in brackets whose last element ends at an offset.
  func endOfFlow(closedBy closer: UInt8, after lastElement: Int) -> Int {
    var offset = lastElement
    while offset < limit {
      let byte = utf8[offset]
      if byte == closer { return offset + 1 }
      if byte == UInt8(ascii: "#") {
        offset = endOfLine(offset)
      } else {
        offset += 1
      }
    }
    return lastElement
  }

  /// A quotation mark within the text is doubled.
  private func endOfSingleQuoted(from start: Int) -> Int {
    let quote = UInt8(ascii: "'")
    var offset = start + 1
    while offset < limit {
      if utf8[offset] == quote {
        guard offset + 1 < limit, utf8[offset + 1] == quote else { return offset + 1 }
        offset += 1
      }
      offset += 1
    }
    return limit
  }

  private func endOfDoubleQuoted(from start: Int) -> Int {
    var offset = start + 1
    while offset < limit {
      if utf8[offset] == UInt8(ascii: "\"") { return offset + 1 }
      offset += utf8[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    return limit
  }

  /// A plain scalar is written literally, except for line endings and the spaces around them.
  private func endOfPlain(_ text: String, from start: Int) -> Int {
    var offset = start
    var end = start
    for byte in text.utf8 where !isBlank(byte) {
      while offset < limit, utf8[offset] != byte { offset += 1 }
      offset = min(offset + 1, limit)
      end = offset
    }
    return end
  }

  /// A block scalar consists of the lines indented at least as deep as its first nonblank line.
  private func endOfBlock(_ text: String, from start: Int) -> Int {
    var end = endOfLine(start)
    while end > start, isBlank(utf8[end - 1]) { end -= 1 }
    guard
      let firstText = text.split(whereSeparator: \.isNewline).first(where: { !$0.allSatisfy(\.isWhitespace) })
    else { return end }
    var indentation: Int?
    var lineStart = startOfNextLine(start)
    while lineStart < limit {
      let lineEnd = endOfLine(lineStart)
      let content = utf8[lineStart..<lineEnd]
      let spaces = content.prefix { $0 == UInt8(ascii: " ") }.count
      if !content.allSatisfy(isBlank) {
        let needed = indentation ?? spaces - firstText.prefix { $0 == " " }.count
        if spaces < needed { break }
        indentation = needed
        end = lineEnd
      }
      lineStart = startOfNextLine(lineStart)
    }
    return end
  }

  private func endOfLine(_ offset: Int) -> Int {
    utf8[offset..<limit].firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? limit
  }

  private func startOfNextLine(_ offset: Int) -> Int {
    let end = endOfLine(offset)
    return min(utf8[end..<limit].starts(with: Array("\r\n".utf8)) ? end + 2 : end + 1, limit)
  }
}

/// Returns true for white space that YAML folds.
func isBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
    || byte == UInt8(ascii: "\r")
}
