import Diagnostics

/// A formula or a reference, found in prose before cmark-gfm, which knows neither, takes it for something else.
struct ProseMark {
  enum Kind {
    /// - Parameter content: what stands between the dollar signs, and where.
    case formula(content: SourceText, isDisplay: Bool)
    case reference(CellMention)
  }

  let kind: Kind
  /// All of it, dollar signs included.
  let range: SourceRange
  /// Whether it stands in a quote, a list or a footnote.
  let isWithinBlock: Bool
}

/// A formula's content, read from lines that have signs of quotes and lists before it, or a backslash before a bar.
struct FormulaContent {
  let source: SourceFile
  /// Whether the lines stand in a quote or a list, whose signs are no part of the formula.
  let isWithinBlock: Bool
  let isInTable: Bool

  func text(of range: SourceRange) -> SourceText {
    var text: [UInt8] = []
    var map = SourceMap()
    var offset = range.start
    func take(_ bytes: ArraySlice<UInt8>, from start: Int, to end: Int) {
      text += bytes
      map.append(bytes.count, at: SourceRange(start, end))
    }
    while offset < range.end {
      let byte = source.utf8[offset]
      let next = offset + 1 < range.end ? source.utf8[offset + 1] : 0
      var end = offset + 1
      if byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n") {
        if byte == UInt8(ascii: "\r"), next == UInt8(ascii: "\n") { end += 1 }
        end = ProseMask.contentStart(ofLineAt: end, in: source.utf8, before: range.end, isWithinBlock)
        take([UInt8(ascii: "\n")], from: offset, to: end)
      } else if isInTable, byte == UInt8(ascii: "\\"), next == UInt8(ascii: "|") {
        end += 1
        take([next], from: offset, to: end)
      } else {
        take([byte], from: offset, to: end)
      }
      offset = end
    }
    return SourceText(String(decoding: text, as: UTF8.self), at: range, map: map)
  }
}
