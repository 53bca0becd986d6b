/// A place in a source text: 1-based line and column, the column counted in characters as a reader sees them.
package struct SourceLocation: Sendable, Hashable, Codable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// A half-open range of UTF-8 offsets into a source text.
package struct SourceRange: Sendable, Hashable, Codable {
  package let start: Int
  package let end: Int

  package init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }
}

/// A text with its path and an index of its lines. Every position in Tunebook is an offset into such a text.
///
/// Lines end with LF, CRLF or CR, as in CommonMark.
package struct SourceFile: Sendable {
  package let path: String
  package let text: String
  /// The text's UTF-8 code units, which offsets count.
  package let utf8: [UInt8]
  private let lineStarts: [Int]
  private let columns: ColumnTable

  package init(path: String, text: String) {
    self.path = path
    self.text = text
    utf8 = Array(text.utf8)
    var starts = [0]
    for (offset, byte) in utf8.enumerated() {
      let endsLine =
        byte == UInt8(ascii: "\n")
        || (byte == UInt8(ascii: "\r")
          && !(offset + 1 < utf8.count && utf8[offset + 1] == UInt8(ascii: "\n")))
      if endsLine { starts.append(offset + 1) }
    }
    lineStarts = starts
    columns = ColumnTable(utf8, lineStarts: starts)
  }

  package var lineCount: Int { lineStarts.count }

  /// Returns the range of a 1-based line, without its line ending.
  package func rangeOfLine(_ line: Int) -> SourceRange {
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : utf8.count
    while end > start, utf8[end - 1] == UInt8(ascii: "\n") || utf8[end - 1] == UInt8(ascii: "\r") {
      end -= 1
    }
    return SourceRange(start, end)
  }

  package subscript(range: SourceRange) -> String {
    let end = min(range.end, utf8.count)
    return String(decoding: utf8[min(range.start, end)..<end], as: UTF8.self)
  }

  /// Returns the range of the first occurrence of a text within a range.
  package func firstRange(of written: String, in range: SourceRange) -> SourceRange? {
    utf8.firstOffset(of: written, in: range).map { SourceRange($0, $0 + written.utf8.count) }
  }

  package func location(of offset: Int) -> SourceLocation {
    let offset = min(max(offset, 0), utf8.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let known = columns.last(atOrBefore: offset, from: lineStarts[low])
    let behind = utf8[known.offset..<offset]
    let isPlain = behind.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "\r") }
    let count = isPlain ? behind.count : String(decoding: behind, as: UTF8.self).count
    return SourceLocation(line: low + 1, column: known.column + count)
  }
}
