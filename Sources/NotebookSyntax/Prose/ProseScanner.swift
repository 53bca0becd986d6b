import Diagnostics

/// Finds formulas and references in lines of prose, in time linear in their length.
///
/// The rules for dollar signs are Pandoc's (extension `tex_math_dollars`): there is no space after the
/// opening sign, none before the closing sign, and no digit after it, so that prices remain prices; a
/// backslash escapes a dollar sign. Code spans are ignored, unless they stand between dollar signs: $`x`$.
struct ProseScanner {
  /// A formula or a reference, with its offsets.
  enum Finding {
    case formula(whole: SourceRange, content: SourceRange, isDisplay: Bool)
    case reference(whole: SourceRange, name: SourceRange, kind: CellMention.Kind)
    /// A reference in the notation of other tools: `@fig:ladder`, `@Fig-ladder`.
    case foreignReference(whole: SourceRange, meant: String)
    /// A formula in the notation of LaTeX, `\(…\)` or `\[…\]`, whose backslashes Markdown takes for escapes.
    case escapedFormula(whole: SourceRange, content: SourceRange, isDisplay: Bool)

    var start: Int {
      switch self {
      case .formula(let whole, _, _), .reference(let whole, _, _), .foreignReference(let whole, _),
        .escapedFormula(let whole, _, _):
        whole.start
      }
    }
  }

  /// The results of scanning a range.
  struct Scan {
    /// The findings in order.
    var findings: [Finding] = []
    /// The offset of a `$$` that is never closed within the range.
    var unclosed: Int?
    /// The offsets of each `$` before a command, as in `$\mu`, that is never closed within the range.
    var unclosedCommands: [Int] = []
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

  func scan(_ range: SourceRange) -> Scan {
    var closers = codeSpans.runs(in: range)
    var scan = Scan()
    var opener: Opener?
    func open(_ next: Opener?) {
      if let opener, !opener.isDisplay, opensCommand(opener.contentStart, in: range) {
        scan.unclosedCommands.append(opener.start)
      }
      opener = next
    }
    var brackets = EscapedBrackets()
    var offset = range.start
    while offset < range.end {
      switch UnicodeScalar(bytes[offset]) {
      case "\\":
        if let finding = brackets.escape(at: offset, in: bytes[range.start..<range.end]) {
          scan.findings.append(finding)
        }
        offset += 2
      case "`":
        let content = codeSpans.endOfRun(offset, range)
        let length = content - offset
        while let first = closers[length]?.last, first < content { closers[length]?.removeLast() }
        offset = content
        guard let end = closers[length]?.last else { continue }
        open(nil)
        brackets.forget()
        offset = end + length
      case "$":
        if opener == nil, let content = quoted(after: offset, in: range, &closers) {
          let whole = SourceRange(offset, content.end + (content.start - offset))
          scan.findings.append(.formula(whole: whole, content: content, isDisplay: false))
          offset = whole.end
          continue
        }
        let isDouble = byte(offset + 1, in: range) == UInt8(ascii: "$")
        if let begun = opener, closes(begun, at: offset, isDouble, in: range) {
          let end = offset + (begun.isDisplay ? 2 : 1)
          while let last = scan.findings.last, last.start > begun.start { scan.findings.removeLast() }
          scan.findings.append(
            .formula(
              whole: SourceRange(begun.start, end), content: SourceRange(begun.contentStart, offset),
              isDisplay: begun.isDisplay))
          opener = nil
          offset = end
        } else if isDouble {
          open(Opener(start: offset, isDisplay: true))
          offset += 2
        } else {
          let opens = self.opens(at: offset, in: range)
          open(opens ? Opener(start: offset, isDisplay: false) : nil)
          offset += 1
        }
      case "@":
        if let reference = reference(at: offset, in: range) { scan.findings.append(reference) }
        offset += 1
      default: offset += 1
      }
    }
    scan.unclosed = opener.flatMap { $0.isDisplay ? $0.start : nil }
    open(nil)
    return scan
  }

  /// Returns the text of a formula in GitHub's notation, a code span between dollar signs.
  ///
  /// - Parameter closers: the runs of backticks by their length, the first last; those before the text are removed.
  private func quoted(after dollar: Int, in range: SourceRange, _ closers: inout [Int: [Int]]) -> SourceRange?
  {
    let content = codeSpans.endOfRun(dollar + 1, range)
    let length = content - dollar - 1
    guard length > 0 else { return nil }
    while let first = closers[length]?.last, first < content { closers[length]?.removeLast() }
    guard let end = closers[length]?.last, byte(end + length, in: range) == UInt8(ascii: "$") else {
      return nil
    }
    return SourceRange(content, end)
  }

  /// Returns true if a single dollar sign opens a formula. After a digit or a letter it ends an amount, as in
  /// `35$`, unless the text after it can only be a formula, as in `3$\times$` and `H$_2$O`.
  private func opens(at offset: Int, in range: SourceRange) -> Bool {
    guard let next = byte(offset + 1, in: range), !Self.isSpace(next) else { return false }
    return offset == range.start || !Self.isLetterOrDigit(bytes[offset - 1]) || #"\_^{"#.utf8.contains(next)
  }

  private func opensCommand(_ offset: Int, in range: SourceRange) -> Bool {
    byte(offset, in: range) == UInt8(ascii: "\\") && byte(offset + 1, in: range).map(Self.isLetter) ?? false
  }

  private func closes(_ opener: Opener, at offset: Int, _ isDouble: Bool, in range: SourceRange) -> Bool {
    if opener.isDisplay {
      return isDouble && !bytes[opener.contentStart..<offset].allSatisfy(Self.isSpace)
    }
    if let next = byte(offset + 1, in: range), Self.isDigit(next) { return false }
    return offset > opener.contentStart && !Self.isSpace(bytes[offset - 1])
  }

  /// Returns `@fig-ladder`, `@tbl-runs`, `@eq-loss` or a misspelling of these, unless it is part of an address.
  private func reference(at offset: Int, in range: SourceRange) -> Finding? {
    if offset > range.start, Self.isOfAddress(bytes[offset - 1]) { return nil }
    func mark(of kind: CellMention.Kind) -> ArraySlice<UInt8> {
      bytes[offset..<range.end].prefix(kind.mark.utf8.count)
    }
    guard let kind = CellMention.Kind.allCases.first(where: { Self.isSpelled($0.mark, mark(of: $0)) })
    else { return nil }
    let mark = mark(of: kind)
    let start = mark.endIndex
    var end = start
    while let next = byte(end, in: range), Self.isOfName(next) { end += 1 }
    while end > start, bytes[end - 1] == UInt8(ascii: "-") { end -= 1 }
    guard end > start else { return nil }
    let (whole, name) = (SourceRange(offset, end), SourceRange(start, end))
    guard mark.elementsEqual(kind.mark.utf8) else {
      return .foreignReference(
        whole: whole, meant: kind.mark + String(decoding: bytes[start..<end], as: UTF8.self))
    }
    return .reference(whole: whole, name: name, kind: kind)
  }

  /// Returns true if bytes spell the mark, possibly with a capital letter or with a colon for the hyphen.
  private static func isSpelled(_ mark: String, _ bytes: ArraySlice<UInt8>) -> Bool {
    guard let last = bytes.last, "-:".utf8.contains(last) else { return false }
    return bytes.dropLast().elementsEqual(mark.utf8.dropLast()) { $0 | 0x20 == $1 | 0x20 }
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

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }

  static func isOfName(_ byte: UInt8) -> Bool { isLetterOrDigit(byte) || "_-".utf8.contains(byte) }

  private static func isOfAddress(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || "_-.+/@".utf8.contains(byte)
  }
}
