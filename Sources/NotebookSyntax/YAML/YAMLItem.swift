import Diagnostics

/// A line of a block, in its role within lists.
struct YAMLItem {
  private let source: SourceFile
  private let number: Int
  private let start: Int
  private let content: String

  /// Creates the line that contains an offset; returns `nil` if it is empty.
  init?(lineOf offset: Int, of source: SourceFile) {
    self.init(source.location(of: offset).line, of: source)
  }

  private init?(_ number: Int, of source: SourceFile) {
    let range = source.rangeOfLine(number)
    let line = source[range]
    content = String(line.trimmingPrefix { $0 == " " })
    start = range.start + line.utf8.count - content.utf8.count
    self.source = source
    self.number = number
    if content.allSatisfy(\.isWhitespace) { return nil }
  }

  /// The mistake in this line, if the nearest line above or below is an item that begins at the same column.
  var faultAmongItems: Diagnostic? {
    let isInList = [above, below].contains { $0.map { $0.isItem && $0.column == column } ?? false }
    guard isInList, !isItem, !isKey else { return nil }
    return content.hasPrefix("-")
      ? Diagnostic(YAMLProblem.missingSpaceBehindDash, at: SourceRange(start, start + 1))
      : Diagnostic(YAMLProblem.expectedDash, at: firstWord)
  }

  /// The mistake that keeps a line from being an item: a line above lacks its dash or the space after it, or
  /// the list's key lacks its colon.
  var faultAbove: Diagnostic? {
    var line = above
    while let found = line, found.column == column, found.isItem { line = found.above }
    guard let line else { return nil }
    if line.column == column { return line.faultAmongItems }
    let isBareKey = line.column < column && line.content.wholeMatch(of: /[A-Za-z_]\w*\s*/) != nil
    return isBareKey ? Diagnostic(YAMLProblem.missingColon, at: line.firstWord) : nil
  }

  private var isItem: Bool { content.hasPrefix("- ") }
  private var isKey: Bool { content.prefixMatch(of: /[^ ]+:(?:\s|$)/) != nil }
  private var column: Int { source.location(of: start).column }
  private var firstWord: SourceRange {
    SourceRange(start, start + content.prefix { !$0.isWhitespace }.utf8.count)
  }

  private var above: YAMLItem? { (1..<number).reversed().lazy.compactMap { YAMLItem($0, of: source) }.first }
  private var below: YAMLItem? {
    ((number + 1)..<(source.lineCount + 1)).lazy.compactMap { YAMLItem($0, of: source) }.first
  }
}
