import Diagnostics

/// Finds tables that cmark-gfm would fill with too many cells.
///
/// cmark-gfm gives each row as many cells as the table has columns, so a short text can use any memory.
enum LargeTable {
  /// The maximum number of cells in all tables of a notebook together.
  static let mostCells = 200_000

  /// Returns the line at which the tables of a notebook become too large, and the table's number of columns.
  ///
  /// The number of rows is an upper bound: the lines after a row of dashes, up to the next empty line.
  ///
  /// - Parameter first: the first line after the front matter, counted from 1.
  static func line(in source: SourceFile, from first: Int) -> (line: Int, columns: Int)? {
    var cells = 0
    var columns = 0
    for line in first..<max(first, source.lineCount + 1) {
      let range = source.rangeOfLine(line)
      let text = source.utf8[range.start..<range.end]
      if text.allSatisfy(isBlank) {
        columns = 0
      } else if let found = columnsOfDashes(text) {
        columns = max(columns, found)
      }
      cells += columns
      if cells > mostCells { return (line, columns) }
    }
    return nil
  }

  /// Returns the number of columns if a line may be a table's row of dashes, including in quotes and lists.
  private static func columnsOfDashes(_ line: some Sequence<UInt8>) -> Int? {
    var (bars, hasDash) = (0, false)
    for byte in line {
      switch byte {
      case UInt8(ascii: "|"): bars += 1
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"), UInt8(ascii: "*"),
        UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ")"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        break
      default: return nil
      }
    }
    return hasDash && bars > 0 ? bars + 1 : nil
  }
}
