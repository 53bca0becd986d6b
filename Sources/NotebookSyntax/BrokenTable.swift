import Diagnostics

/// Lines of a table that Markdown takes for prose, since the row of dashes does not fit the header above it.
struct BrokenTable {
  private let place: SourceRange
  private let headerCount: Int
  /// `nil` where there is no row of dashes.
  private let dashCount: Int?

  /// Whether values stand in it, which its bars would tear apart.
  let holdsValues: Bool

  /// - Parameter lines: of a paragraph; without a row of dashes it is a table only if values stand in it.
  init?(_ lines: ClosedRange<Int>, of source: SourceFile) {
    func isRow(_ line: Int) -> Bool {
      source.utf8[source.rangeOfLine(line).start..<source.rangeOfLine(line).end]
        .first { $0 != UInt8(ascii: " ") } == UInt8(ascii: "|")
    }
    guard lines.count > 1, isRow(lines.lowerBound), isRow(lines.lowerBound + 1) else { return nil }
    let second = lines.lowerBound + 1
    headerCount = Self.columns(inLine: lines.lowerBound, of: source)
    let isOfDashes = source[source.rangeOfLine(second)].allSatisfy { "|:- \t".contains($0) }
    dashCount = isOfDashes ? Self.columns(inLine: second, of: source) : nil
    let whole = SourceRange(
      source.rangeOfLine(lines.lowerBound).start, source.rangeOfLine(lines.upperBound).end)
    holdsValues = source[whole].contains(ValueScanner.mark)
    guard isOfDashes || holdsValues else { return nil }
    place = source.rangeOfLine(isOfDashes ? second : lines.lowerBound)
  }

  private static func columns(inLine line: Int, of source: SourceFile) -> Int {
    let isClosed = source[source.rangeOfLine(line)].last { !$0.isWhitespace } == "|"
    return source.tableCells(inLine: line).count - (isClosed ? 2 : 1)
  }

  var diagnostic: Diagnostic {
    Diagnostic(SyntaxProblem.brokenTable(header: headerCount, dashes: dashCount), at: place)
  }
}
