import Diagnostics

/// Finds prose whose inlines cmark-gfm would take too long to parse.
///
/// It walks back over the open emphases of a paragraph at each closing bracket, so that its time grows with the product
/// of their numbers.
struct TangledProse {
  private static let limit = 50_000_000

  /// The cost of all that was looked at so far, so that many short texts are held to the limit together.
  private var cost = 0

  /// The line from which on the parts of a notebook between empty lines are too costly together.
  ///
  /// - Parameter first: the first line behind the front matter, counted from 1.
  mutating func line(in source: SourceFile, from first: Int = 1) -> Int? {
    var (openers, closers) = (0, 0)
    var fence: CellFence?
    for line in first..<max(first, source.lineCount + 1) {
      if let open = fence {
        if open.isClosed(byLine: line, in: source) { fence = nil }
        continue
      }
      let range = source.rangeOfLine(line)
      fence = CellFence(line: line, in: source)
      var isBlank = true
      for byte in source.utf8[range.start..<range.end] {
        switch byte {
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "["): openers += 1
        case UInt8(ascii: "]"): closers += 1
        default: break
        }
        isBlank = isBlank && NotebookSyntax.isBlank(byte)
      }
      if cost + openers * closers > Self.limit { return line }
      if isBlank || fence != nil {
        cost += openers * closers
        (openers, closers) = (0, 0)
      }
    }
    cost += openers * closers
    return nil
  }
}
