/// One line of a source as a terminal shows it, and the columns that a range occupies in it.
///
/// Tabs become spaces up to the next multiple of four. Characters that would act on the terminal become
/// replacement characters, and those that would change the text's direction become marks. Long lines are cut.
struct SourceExcerpt {
  private static let widest = 120
  private static let contextBefore = 40
  /// The number of bytes of a line that are read before and after the start of a range.
  private static let reach = 4000

  let line: Int
  let text: String
  let widthBefore: Int
  /// At least one, so that an empty range has a caret; a range of several lines ends with its first line.
  let markedWidth: Int

  init(_ range: SourceRange, of source: SourceFile) {
    line = source.location(of: range.start).line
    let wholeLine = source.rangeOfLine(line)
    let lineRange = source.window(of: wholeLine, around: range.start, reach: Self.reach)
    var cells: [(text: String, width: Int)] = []
    var offset = lineRange.start
    var column = 0
    var marked = 0..<0
    for character in source[lineRange] {
      let cell = Self.cell(character, at: column)
      cells.append(cell)
      column += cell.width
      let end = offset + character.utf8.count
      if end <= range.start {
        marked = cells.count..<cells.count
      } else if offset < range.end {
        marked = marked.lowerBound..<cells.count
      }
      offset = end
    }
    let isLong = column > Self.widest || lineRange != wholeLine
    var first = 0
    if isLong {
      first = marked.lowerBound
      var before = 0
      while first > 0, before + cells[first - 1].width <= Self.contextBefore {
        first -= 1
        before += cells[first].width
      }
    }
    var end = first
    var width = 0
    while end < cells.count, width + cells[end].width <= Self.widest || !isLong {
      width += cells[end].width
      end += 1
    }
    let isCutBefore = first > 0 || lineRange.start > wholeLine.start
    let isCutBehind = end < cells.count || lineRange.end < wholeLine.end
    let (prefix, suffix) = (isCutBefore ? "… " : "", isCutBehind ? " …" : "")
    text = prefix + cells[first..<end].map(\.text).joined() + suffix
    widthBefore = prefix.count + cells[first..<marked.lowerBound].reduce(0) { $0 + $1.width }
    let visible = marked.clamped(to: first..<end)
    markedWidth = max(1, cells[visible].reduce(0) { $0 + $1.width })
  }

  private static func cell(_ character: Character, at column: Int) -> (text: String, width: Int) {
    if character == "\t" {
      let width = 4 - column % 4
      return (String(repeating: " ", count: width), width)
    }
    let text = TerminalText.shown(character)
    return (text, displayWidth(of: text))
  }
}

extension SourceFile {
  /// Returns the part of a line near an offset, without splitting a Unicode scalar.
  fileprivate func window(of line: SourceRange, around offset: Int, reach: Int) -> SourceRange {
    func isContinuation(_ index: Int) -> Bool { utf8[index] & 0xC0 == 0x80 }
    var start = max(line.start, min(offset, line.end) - reach)
    var end = min(line.end, offset + reach)
    while start > line.start, isContinuation(start) { start -= 1 }
    while end > start, end < line.end, isContinuation(end) { end -= 1 }
    return SourceRange(start, end)
  }
}
