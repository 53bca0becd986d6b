import Diagnostics
import Options

/// The opening line of a fenced block, with the places of its parts.
struct CellFence {
  /// The number of spaces before the fence, 0 to 3; as many are removed from each line of the body.
  let indentation: Int
  /// The run of backticks or tildes.
  let fence: SourceRange
  /// The text after the fence, without the space around it.
  let info: SourceRange

  /// Creates the fence that a line begins with, or returns `nil` if there is none.
  init?(line: Int, in source: SourceFile, from start: Int? = nil) {
    let range = source.rangeOfLine(line)
    let content = source.utf8[(start ?? range.start)..<range.end]
    let spaces = content.prefix { $0 == UInt8(ascii: " ") }
    let rest = content[spaces.endIndex...]
    guard spaces.count <= 3, let sign = rest.first, [UInt8(ascii: "`"), UInt8(ascii: "~")].contains(sign)
    else {
      return nil
    }
    let run = rest.prefix { $0 == sign }
    let info = rest[run.endIndex...]
    guard run.count >= 3, !(sign == UInt8(ascii: "`") && info.contains(sign)) else { return nil }
    indentation = spaces.count
    fence = SourceRange(run.startIndex, run.endIndex)
    self.info = trimmed(info)
  }

  /// Returns the backtick that keeps a line from opening a cell: CommonMark allows none after a fence of
  /// backticks, unless it closes a code span.
  static func strayBacktick(inLine line: Int, of source: SourceFile) -> SourceRange? {
    let range = source.rangeOfLine(line)
    let content = source.utf8[range.start..<range.end].drop { $0 == UInt8(ascii: " ") }
    let run = content.prefix { $0 == UInt8(ascii: "`") }
    let info = content[run.endIndex...].drop { $0 == UInt8(ascii: " ") }
    guard run.count >= 3, info.first == UInt8(ascii: "{"),
      let tick = info.firstIndex(of: UInt8(ascii: "`")),
      !info.indices.contains(where: { info[$0...].starts(with: run) })
    else { return nil }
    return SourceRange(tick, tick + 1)
  }

  /// Returns one or two fence characters before braces that would open a cell if there were three.
  static func shortFence(inLine line: Int, of source: SourceFile) -> (fence: SourceRange, info: String)? {
    let range = source.rangeOfLine(line)
    // The first character settles most lines before a pattern is set up.
    let sign = source.utf8[range.start..<range.end].first { $0 != UInt8(ascii: " ") }
    guard let sign, "`~:".utf8.contains(sign),
      let match = source[range].wholeMatch(
        of: /[ ]{0,3}(`{1,2}|~{1,2}|:{3,})[ ]*(\{(?!value\})[a-z_]+\}[^`~]*)/)
    else {
      return nil
    }
    let (_, fence, info) = match.output
    let start = range.start + fence.base.utf8.prefix { $0 == UInt8(ascii: " ") }.count
    return (SourceRange(start, start + fence.utf8.count), String(info))
  }

  func opensCell(in source: SourceFile) -> Bool {
    info.start < info.end && source.utf8[info.start] == UInt8(ascii: "{")
  }

  /// Returns true if a line closes the block: it has at least as many fence characters, and nothing else.
  func isClosed(byLine line: Int, in source: SourceFile) -> Bool {
    guard let other = CellFence(line: line, in: source) else { return false }
    return isSameSign(other, in: source) && other.info.start == other.info.end
  }

  /// Returns true if a line in the block looks like the start of a cell, so a closing fence seems missing.
  func isCutOff(byLine line: Int, in source: SourceFile) -> Bool {
    guard let other = CellFence(line: line, in: source) else { return false }
    return isSameSign(other, in: source) && other.opensCell(in: source)
  }

  private func isSameSign(_ other: CellFence, in source: SourceFile) -> Bool {
    source.utf8[other.fence.start] == source.utf8[fence.start]
      && other.fence.end - other.fence.start >= fence.end - fence.start
  }
}

/// A cell's heading: `{directive}` or `{directive} name`.
struct CellHeading {
  let directive: Placed<String>
  let name: Placed<String>?
  /// True if there are words beside the directive and the name, any of which may be meant as the name.
  let isCrowded: Bool
  /// All words except the directive, without punctuation.
  let words: [String]

  /// - Returns: the heading, as far as it is readable; its mistakes are reported.
  static func parse(
    _ info: SourceRange, in source: SourceFile, reporting diagnostics: inout [Diagnostic]
  ) -> CellHeading? {
    func report(_ problem: SyntaxProblem, _ range: SourceRange) {
      diagnostics.append(Diagnostic(problem, at: range))
    }
    let bytes = source.utf8[info.start..<info.end]
    guard let close = bytes.firstIndex(of: UInt8(ascii: "}")) else {
      report(.unclosedBrace, SourceRange(info.start, info.start + 1))
      return nil
    }
    let inside = words(bytes[(info.start + 1)..<close])
    let behind = words(bytes[(close + 1)...])
    guard let first = inside.first else {
      report(.missingDirective, SourceRange(info.start, close + 1))
      return nil
    }
    let directive = Placed(source[first], at: first)
    guard Notation.isName(directive.value) else {
      report(.invalidDirective(directive.value), first)
      return nil
    }
    var nameRange = behind.first
    if let second = inside.dropFirst().first, let last = inside.last {
      let rest = SourceRange(second.start, last.end)
      report(.nameInsideBraces(directive: directive.value, rest: source[rest]), rest)
      if nameRange == nil, inside.count == 2, Notation.isName(source[rest]) { nameRange = rest }
    }
    let words = (inside.dropFirst() + behind).map {
      source[$0].filter { $0.isLetter || $0.isNumber || $0 == "_" }
    }
    let isCrowded = words.count > (inside.count > 1 ? 0 : 1)
    guard let nameRange else {
      return CellHeading(directive: directive, name: nil, isCrowded: isCrowded, words: words)
    }
    let name = Placed(source[nameRange], at: nameRange)
    if nameRange.start == close + 1 {
      report(.missingSpace(directive: directive.value, rest: name.value), nameRange)
    }
    if let second = behind.dropFirst().first, let last = behind.last {
      let whole = source[SourceRange(nameRange.start, last.end)]
      if !Notation.isName(name.value), !whole.contains(where: { "=:,".contains($0) }) {
        report(.invalidName(whole), SourceRange(nameRange.start, last.end))
      } else {
        let rest = SourceRange(second.start, last.end)
        report(.extraWords(directive: directive.value, name: name.value, rest: source[rest]), rest)
      }
    } else if !Notation.isName(name.value) {
      report(.invalidName(name.value), nameRange)
    }
    return CellHeading(directive: directive, name: name, isCrowded: isCrowded, words: words)
  }

  private static func words(_ bytes: ArraySlice<UInt8>) -> [SourceRange] {
    bytes.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      .map { SourceRange($0.startIndex, $0.endIndex) }
  }
}

private func trimmed(_ bytes: ArraySlice<UInt8>) -> SourceRange {
  let blanks: Set = [UInt8(ascii: " "), UInt8(ascii: "\t")]
  let start = bytes.firstIndex { !blanks.contains($0) } ?? bytes.endIndex
  let end = bytes.lastIndex { !blanks.contains($0) }.map { $0 + 1 } ?? bytes.endIndex
  return SourceRange(start, end)
}
