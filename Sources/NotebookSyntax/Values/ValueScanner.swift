import Diagnostics

/// A scanner for the value spans in a text.
///
/// A backslash escapes outside code spans; a code span ends at the next run of as many backticks as it began
/// with (CommonMark 0.29, section 6.3).
struct ValueScanner {
  static let mark = "{value}"

  private let markBytes = Array(mark.utf8)
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Returns the spans within a range of offsets in order, in time linear in its length.
  func spans(in range: SourceRange) -> [ValueSpan] { scan(range).spans }

  /// Returns the spans, and the marks that make none but were probably meant to.
  func scan(_ range: SourceRange) -> (spans: [ValueSpan], strays: [StrayMark]) {
    let range = SourceRange(range.start, min(range.end, bytes.count))
    var closers = runs(in: range)
    var spans: [ValueSpan] = []
    var strays: [StrayMark] = []
    var escapedBrace = -1
    var offset = range.start
    while offset < range.end {
      if bytes[offset] == UInt8(ascii: "\\") {
        escapedBrace = offset + 1
        offset += 2
        continue
      }
      guard bytes[offset] == UInt8(ascii: "`") else {
        offset += 1
        continue
      }
      let contentStart = endOfRun(offset, range)
      let length = contentStart - offset
      // Runs before the current position are of no more use and can be removed permanently.
      while let first = closers[length]?.last, first < contentStart { closers[length]?.removeLast() }
      let closer = closers[length]?.last.flatMap { reachesNextMark(from: contentStart, to: $0) ? nil : $0 }
      if let stray = strayMark(before: offset, length: length, isClosed: closer != nil, from: range.start),
        stray.range.start != escapedBrace
      {
        strays.append(stray)
      }
      guard let contentEnd = closer else {
        offset = contentStart
        continue
      }
      let markStart = offset - markBytes.count
      if markStart >= range.start, bytes[markStart..<offset].elementsEqual(markBytes) {
        spans.append(
          ValueSpan(
            range: SourceRange(markStart, contentEnd + length),
            expression: stripped(SourceRange(contentStart, contentEnd)),
            isEscaped: escapedBrace == markStart))
      }
      offset = contentEnd + length
    }
    return (spans, strays)
  }

  /// Returns the first `{value}` in a range that is followed by white space and a backtick.
  func detachedMark(in range: SourceRange) -> SourceRange? {
    guard range.end - range.start > markBytes.count else { return nil }
    for start in range.start..<(range.end - markBytes.count) where bytes[start] == markBytes[0] {
      let end = start + markBytes.count
      let isEscaped = start > range.start && bytes[start - 1] == UInt8(ascii: "\\")
      guard !isEscaped, bytes[start..<end].elementsEqual(markBytes), Self.isSpace(bytes[end]) else {
        continue
      }
      if bytes[end..<range.end].first(where: { !Self.isSpace($0) }) == UInt8(ascii: "`") {
        return SourceRange(start, end)
      }
    }
    return nil
  }

  /// Returns the offsets of the runs of each length, last one first.
  func runs(in range: SourceRange) -> [Int: [Int]] {
    var runs: [Int: [Int]] = [:]
    var offset = range.start
    while offset < range.end {
      let end = endOfRun(offset, range)
      if end > offset { runs[end - offset, default: []].append(offset) }
      offset = max(end, offset + 1)
    }
    return runs.mapValues { $0.reversed() }
  }

  func endOfRun(_ start: Int, _ range: SourceRange) -> Int {
    var end = start
    while end < range.end, bytes[end] == UInt8(ascii: "`") { end += 1 }
    return end
  }

  /// Returns true if a span that begins with a mark would end at the next span's mark, and so is not closed.
  private func reachesNextMark(from contentStart: Int, to contentEnd: Int) -> Bool {
    func isMark(before end: Int) -> Bool {
      end >= markBytes.count && bytes[(end - markBytes.count)..<end].elementsEqual(markBytes)
    }
    return isMark(before: contentStart - 1) && contentEnd - contentStart > markBytes.count
      && isMark(before: contentEnd)
  }

  private func stripped(_ content: SourceRange) -> SourceRange {
    let text = bytes[content.start..<content.end]
    guard let first = text.first, let last = text.last, Self.isSpace(first), Self.isSpace(last),
      !text.allSatisfy(Self.isSpace)
    else { return content }
    let leading = text.starts(with: Array("\r\n".utf8)) ? 2 : 1
    let trailing = text.suffix(2).elementsEqual("\r\n".utf8) ? 2 : 1
    return SourceRange(content.start + leading, content.end - trailing)
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}
