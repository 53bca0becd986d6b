import Diagnostics

/// Whole lines of a notebook as a separate text, whose lines and columns map back to the notebook.
struct EmbeddedText {
  /// The lines without their indentation, each ending with a line feed.
  let text: String
  /// The range in the notebook from the first line's content to the last line's end.
  let range: SourceRange
  private let source: SourceFile
  /// The offset of each line's start in the notebook, with lines as in YAML 1.1.
  private let lineStarts: [Int]
  /// The offsets of some columns in long lines.
  private let columns: ScalarColumns

  /// - Parameters:
  ///   - lines: the line numbers in the source, counted from 1; may be empty.
  ///   - indentation: the number of spaces removed from each line that has them.
  init(_ lines: Range<Int>, of source: SourceFile, indentation: Int) {
    var text: [UInt8] = []
    var starts: [Int] = []
    for line in lines {
      let range = source.rangeOfLine(line)
      let content = source.utf8[range.start..<range.end]
      let start = content.prefix(indentation).prefix { $0 == UInt8(ascii: " ") }.endIndex
      starts.append(start)
      starts += Self.innerLineStarts(content[start...])
      text += content[start...]
      text.append(UInt8(ascii: "\n"))
    }
    self.text = String(decoding: text, as: UTF8.self)
    self.source = source
    lineStarts = starts
    let first = starts.first ?? source.utf8.count
    range = SourceRange(first, lines.last.map { source.rangeOfLine($0).end } ?? first)
    columns = ScalarColumns(source.utf8, lineStarts: starts, end: range.end)
  }

  /// Returns the offset in the notebook of a line and a column, counted from 1, in Unicode scalars.
  func offset(line: Int, column: Int) -> Int {
    guard lineStarts.indices.contains(line - 1) else { return range.end }
    var (offset, known) = columns.last(upTo: max(column, 1), inLine: line - 1, from: lineStarts[line - 1])
    while known < column, offset < range.end {
      offset += 1
      known += 1
      while offset < range.end, source.utf8[offset] & 0xC0 == 0x80 { offset += 1 }
    }
    return offset
  }

  /// Finds line starts after U+0085, U+2028 and U+2029, line endings in YAML 1.1 but not in CommonMark.
  private static func innerLineStarts(_ content: ArraySlice<UInt8>) -> [Int] {
    content.indices.compactMap { index in
      switch (content[index], content.dropFirst(index - content.startIndex).dropFirst().first) {
      case (0xC2, 0x85): index + 2
      case (0xE2, 0x80):
        content.indices.contains(index + 2) && [0xA8, 0xA9].contains(content[index + 2]) ? index + 3 : nil
      default: nil
      }
    }
  }
}

/// The offsets of some columns in long lines, with columns counted in Unicode scalars from 1.
private struct ScalarColumns {
  private static let step = 256

  /// The offsets in each line, by its index: that of column 1, of the column a step after it, and so on.
  private var offsets: [Int: [Int]] = [:]

  init(_ utf8: [UInt8], lineStarts: [Int], end: Int) {
    for (index, start) in lineStarts.enumerated() {
      let lineEnd = index + 1 < lineStarts.count ? lineStarts[index + 1] : end
      guard lineEnd - start > Self.step else { continue }
      var count = 0
      for offset in start..<lineEnd where utf8[offset] & 0xC0 != 0x80 {
        if count.isMultiple(of: Self.step) { offsets[index, default: []].append(offset) }
        count += 1
      }
    }
  }

  /// Returns the last known column in a line, up to another column.
  func last(upTo column: Int, inLine index: Int, from start: Int) -> (offset: Int, column: Int) {
    guard let offsets = offsets[index], !offsets.isEmpty else { return (start, 1) }
    let step = min((column - 1) / Self.step, offsets.count - 1)
    return (offsets[step], step * Self.step + 1)
  }
}
