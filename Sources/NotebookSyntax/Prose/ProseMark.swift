import Diagnostics
import Options

/// A formula or a reference in prose, found before cmark-gfm, which knows neither, can misread it.
struct ProseMark {
  enum Kind {
    /// - Parameters:
    ///   - content: the text between the dollar signs, with its place.
    ///   - label: the name of an equation, if it has one.
    case formula(content: SourceText, isDisplay: Bool, label: Placed<String>?)
    case reference(CellMention)
  }

  let kind: Kind
  /// The range of the whole mark, with its dollar signs and its label.
  let range: SourceRange
  /// True if the mark is in a quote, a list or a footnote.
  let isWithinBlock: Bool
}

/// The content of a formula, read from lines that may contain signs of quotes and lists, or escaped bars.
struct FormulaContent {
  let source: SourceFile
  /// True if the lines are in a quote or a list, whose signs are not part of the formula.
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
