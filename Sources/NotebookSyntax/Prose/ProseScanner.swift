import Diagnostics

/// Finds formulas and references in lines of prose, in time linear in their length.
///
/// The rules for dollar signs are Pandoc's (extension `tex_math_dollars`): behind the opening one stands no space,
/// before the closing one stands none, and no digit behind it, so that prices stay prices; a backslash takes a
/// dollar sign's meaning away. What stands in code spans is left alone.
struct ProseScanner {
  /// A formula or a reference by its offsets.
  enum Finding {
    case formula(whole: SourceRange, content: SourceRange, isDisplay: Bool)
    case reference(whole: SourceRange, name: SourceRange, isFigure: Bool)

    var start: Int {
      switch self {
      case .formula(let whole, _, _), .reference(let whole, _, _): whole.start
      }
    }
  }

  private struct Opener {
    let start: Int
    let isDisplay: Bool

    var contentStart: Int { start + (isDisplay ? 2 : 1) }
  }

  private let bytes: [UInt8]
  private let codeSpans: ValueScanner

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    codeSpans = ValueScanner(bytes)
  }

  /// - Returns: what stands within a range, in order, and where a `$$` opens that nothing in it closes.
  func scan(_ range: SourceRange) -> (findings: [Finding], unclosed: Int?) {
    var closers = codeSpans.runs(in: range)
    var findings: [Finding] = []
    var opener: Opener?
    var offset = range.start
    while offset < range.end {
      switch UnicodeScalar(bytes[offset]) {
      case "\\": offset += 2
      case "`":
        let content = codeSpans.endOfRun(offset, range)
        let length = content - offset
        while let first = closers[length]?.last, first < content { closers[length]?.removeLast() }
        offset = content
        guard let end = closers[length]?.last else { continue }
        opener = nil
        offset = end + length
      case "$":
        let isDouble = byte(offset + 1, in: range) == UInt8(ascii: "$")
        if let open = opener, closes(open, at: offset, isDouble, in: range) {
          let end = offset + (open.isDisplay ? 2 : 1)
          while let last = findings.last, last.start > open.start { findings.removeLast() }
          findings.append(
            .formula(
              whole: SourceRange(open.start, end), content: SourceRange(open.contentStart, offset),
              isDisplay: open.isDisplay))
          opener = nil
          offset = end
        } else if isDouble {
          opener = Opener(start: offset, isDisplay: true)
          offset += 2
        } else {
          let opens = byte(offset + 1, in: range).map { !Self.isSpace($0) } ?? false
          opener = opens ? Opener(start: offset, isDisplay: false) : nil
          offset += 1
        }
      case "@":
        if let reference = reference(at: offset, in: range) { findings.append(reference) }
        offset += 1
      default: offset += 1
      }
    }
    return (findings, opener.flatMap { $0.isDisplay ? $0.start : nil })
  }

  private func closes(_ opener: Opener, at offset: Int, _ isDouble: Bool, in range: SourceRange) -> Bool {
    if opener.isDisplay {
      return isDouble && !bytes[opener.contentStart..<offset].allSatisfy(Self.isSpace)
    }
    if let next = byte(offset + 1, in: range), Self.isDigit(next) { return false }
    return offset > opener.contentStart && !Self.isSpace(bytes[offset - 1])
  }

  /// `@fig-ladder` or `@tbl-runs`, unless it is part of an address.
  private func reference(at offset: Int, in range: SourceRange) -> Finding? {
    if offset > range.start, Self.isOfAddress(bytes[offset - 1]) { return nil }
    for (mark, isFigure) in [("@fig-", true), ("@tbl-", false)] {
      guard bytes[offset..<range.end].starts(with: mark.utf8) else { continue }
      let start = offset + mark.utf8.count
      var end = start
      while let next = byte(end, in: range), Self.isOfName(next) { end += 1 }
      while end > start, bytes[end - 1] == UInt8(ascii: "-") { end -= 1 }
      guard end > start else { return nil }
      return .reference(
        whole: SourceRange(offset, end), name: SourceRange(start, end), isFigure: isFigure)
    }
    return nil
  }

  private func byte(_ offset: Int, in range: SourceRange) -> UInt8? {
    offset < range.end ? bytes[offset] : nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    ValueScanner.isSpace(byte) || byte == UInt8(ascii: "\t")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isOfName(_ byte: UInt8) -> Bool { isLetterOrDigit(byte) || "_-".utf8.contains(byte) }

  private static func isOfAddress(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || "_-.+/@".utf8.contains(byte)
  }
}
