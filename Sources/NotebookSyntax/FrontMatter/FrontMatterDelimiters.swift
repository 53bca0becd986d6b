import Diagnostics

/// The two lines around the front matter, and a line that was probably meant to be one of them.
struct FrontMatterDelimiters {
  /// The first delimiter's line, counted from 1, or `nil` if there is no front matter.
  let start: Int?
  /// The second delimiter's line.
  private(set) var end: Int?
  /// The reason why the front matter cannot be read.
  private(set) var problem: Diagnostic?

  init(_ source: SourceFile) {
    let lines = Lines(source: source)
    guard let first = lines.firstFilled else {
      start = nil
      return
    }
    let behind = (first + 1)..<(source.lineCount + 1)
    if lines.isDelimiter(first), first == 1 {
      start = 1
      end = behind.first { lines.isDelimiter($0) }
      if end == nil {
        problem =
          lines.mistyped(in: behind) ?? Diagnostic(FrontMatterProblem.unclosed, at: source.rangeOfLine(1))
      }
      return
    }
    start = nil
    guard behind.count > 1, lines.beginsWithKey(first + 1) else { return }
    let isClosed = behind.contains { lines.isDelimiter($0) }
    if lines.isDelimiter(first) {
      if isClosed { problem = Diagnostic(FrontMatterProblem.notFirst, at: source.rangeOfLine(first)) }
      return
    }
    let close = isClosed ? nil : lines.mistyped(in: behind)
    if isClosed || close != nil {
      problem = lines.mistyped(in: first..<(first + 1))
      problem?.consequences += [close].compactMap(\.self)
    }
  }
}

private struct Lines {
  let source: SourceFile

  var firstFilled: Int? {
    (1..<(source.lineCount + 1)).first { !text(of: $0).allSatisfy(\.isWhitespace) }
  }

  /// Returns true if a line is three dashes at the margin, followed only by spaces and tabs.
  func isDelimiter(_ line: Int) -> Bool {
    let text = text(of: line)
    return text.hasPrefix("---") && text.dropFirst(3).allSatisfy { $0 == " " || $0 == "\t" }
  }

  func beginsWithKey(_ line: Int) -> Bool {
    text(of: line).prefixMatch(of: /[A-Za-z_]+ ?(?:=|:(?: |$))/) != nil
  }

  /// Returns the first line that is nearly a delimiter: another number of dashes, or the delimiter of other
  /// programs. After a line that is not YAML, it is a thematic break or underlines a heading instead.
  func mistyped(in lines: Range<Int>) -> Diagnostic? {
    let line = lines.first { !text(of: $0).isEmpty && !isOption($0) }
    guard let line,
      let match = text(of: line).wholeMatch(of: /[ ]*([-–—]{1,2}|-{3,}|\+{2,}|={2,}|\.{3})[ \t]*/)
    else { return nil }
    return Diagnostic(
      FrontMatterProblem.mistypedDelimiter(String(match.output.1)), at: source.rangeOfLine(line))
  }

  private func isOption(_ line: Int) -> Bool {
    text(of: line).prefixMatch(of: /[A-Za-z_]+ ?(?:=|:(?: |$))|#|-? +(?:[^ -]|- )|[\]}]/) != nil
  }

  private func text(of line: Int) -> String { source[source.rangeOfLine(line)] }
}
