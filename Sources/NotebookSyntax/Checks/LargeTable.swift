import Diagnostics

/// Finds tables that cmark-gfm would fill with too many cells.
///
/// It gives each row as many cells as the table has columns, so that a short text can take any memory.
enum LargeTable {
  /// Of all tables of a notebook together.
  static let mostCells = 200_000

  /// The line with which the tables of a notebook become too large, and the columns of the table there.
  ///
  /// Lines are counted generously: those after a row of dashes, up to the next empty line.
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

  /// The columns of a line that may be a table's row of dashes, within quotes and lists too.
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
