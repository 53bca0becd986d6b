import Diagnostics

/// Finds prose whose inlines cmark-gfm would take too long to parse.
///
/// At each closing bracket, cmark-gfm walks back over the open emphases of the paragraph, so its time grows
/// with the product of their numbers.
struct TangledProse {
  private static let limit = 50_000_000

  /// The cost of all prose checked so far, so that many short texts share one limit.
  private var cost = 0

  /// Returns the line at which the parts of a notebook between empty lines become too costly together.
  ///
  /// - Parameter first: the first line after the front matter, counted from 1.
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
