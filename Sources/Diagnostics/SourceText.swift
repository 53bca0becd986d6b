/// A text that was read from a source and knows the place of each of its parts.
package struct SourceText: Sendable, Hashable {
  package let text: String
  /// The range of the text as written, quotes included.
  package let range: SourceRange
  private let map: SourceMap

  /// - Parameter map: the places of its bytes; without it, the source is taken to be identical to the text.
  package init(_ text: String, at range: SourceRange, map: SourceMap? = nil) {
    self.text = text
    self.range = range
    var plain = SourceMap()
    plain.append(text.utf8.count, at: range)
    self.map = map ?? plain
  }

  /// Returns the place of a part, given as UTF-8 offsets into the text.
  package func range(of part: Range<Int>) -> SourceRange { map.source(of: part) ?? range }

  package func map(of part: Range<Int>) -> SourceMap { map.part(part) }

  package func part(_ part: Range<Int>) -> SourceText {
    let start = text.utf8.index(text.startIndex, offsetBy: part.lowerBound)
    let end = text.utf8.index(start, offsetBy: part.count)
    let bytes = text.utf8[start..<end]
    return SourceText(String(decoding: bytes, as: UTF8.self), at: range(of: part), map: map.part(part))
  }
}
