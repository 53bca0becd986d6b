import Diagnostics
import Foundation

/// Lines of a table that Markdown reads as prose, because the row of dashes does not fit the header above it.
struct BrokenTable {
  private let place: SourceRange
  private let headerCount: Int
  /// The number of columns in the row of dashes, or `nil` if there is no such row.
  private let dashCount: Int?
  /// The first cell in the row of dashes that Markdown does not accept as one.
  private let wrongCell: (text: String, range: SourceRange)?

  /// True if the lines contain values, which the table's bars would split.
  let holdsValues: Bool

  /// - Parameter lines: the lines of a paragraph; without a row of dashes, only one with values is a table.
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
    wrongCell = isOfDashes ? Self.wrongCell(inLine: second, of: source) : nil
    let whole = SourceRange(
      source.rangeOfLine(lines.lowerBound).start, source.rangeOfLine(lines.upperBound).end)
    holdsValues = source[whole].contains(ValueScanner.mark)
    guard isOfDashes || holdsValues else { return nil }
    place = source.rangeOfLine(isOfDashes ? second : lines.lowerBound)
  }

  private static func columns(inLine line: Int, of source: SourceFile) -> Int {
    cells(inLine: line, of: source).count
  }

  /// Returns the cells of a line that begins with a bar and may end with one.
  private static func cells(inLine line: Int, of source: SourceFile) -> ArraySlice<SourceRange> {
    let isClosed = source[source.rangeOfLine(line)].last { !$0.isWhitespace } == "|"
    return source.tableCells(inLine: line).dropFirst().dropLast(isClosed ? 1 : 0)
  }

  private static func wrongCell(
    inLine line: Int, of source: SourceFile
  ) -> (text: String, range: SourceRange)? {
    for cell in cells(inLine: line, of: source) {
      let blanks = source[cell].prefix { $0.isWhitespace }.utf8.count
      let text = source[cell].trimmingCharacters(in: .whitespaces)
      if text.wholeMatch(of: /:?-+:?/) == nil {
        return (text, SourceRange(cell.start + blanks, cell.start + blanks + text.utf8.count))
      }
    }
    return nil
  }

  var diagnostic: Diagnostic {
    if let wrongCell, headerCount == dashCount {
      Diagnostic(SyntaxProblem.wrongDashes(wrongCell.text), at: wrongCell.range)
    } else {
      Diagnostic(SyntaxProblem.brokenTable(header: headerCount, dashes: dashCount), at: place)
    }
  }
}
