/// A map from the bytes of a text to their places in the source that the text was read from.
///
/// A text differs from its source in quotes, escapes, folded lines and indentation, so it is mapped in
/// stretches. A stretch as long as its source equals it byte for byte; any other stretch corresponds to its
/// source as a whole.
package struct SourceMap: Sendable, Hashable {
  private struct Stretch: Sendable, Hashable {
    let text: Range<Int>
    let source: SourceRange

    var isVerbatim: Bool { text.count == source.end - source.start }

    /// Returns the source of a part of the stretch.
    func source(of part: Range<Int>) -> SourceRange {
      guard isVerbatim else { return source }
      let shift = source.start - text.lowerBound
      return SourceRange(part.lowerBound + shift, part.upperBound + shift)
    }
  }

  private var stretches: [Stretch] = []

  package init() {}

  /// The number of bytes of text that are mapped.
  package var count: Int { stretches.last?.text.upperBound ?? 0 }

  /// Maps further bytes of text to a range of the source.
  package mutating func append(_ length: Int, at source: SourceRange) {
    guard length > 0 else { return }
    let start = count
    let next = Stretch(text: start..<start + length, source: source)
    guard let last = stretches.last, last.isVerbatim, next.isVerbatim, last.source.end == source.start else {
      return stretches.append(next)
    }
    stretches[stretches.count - 1] = Stretch(
      text: last.text.lowerBound..<next.text.upperBound, source: SourceRange(last.source.start, source.end))
  }

  package mutating func append(_ other: SourceMap) {
    for stretch in other.stretches { append(stretch.text.count, at: stretch.source) }
  }

  /// Returns the map of a part of the text.
  package func part(_ part: Range<Int>) -> SourceMap {
    var map = SourceMap()
    for stretch in stretches.dropFirst(index(at: part.lowerBound)) {
      let shared = stretch.text.clamped(to: part)
      if shared.isEmpty { break }
      map.append(shared.count, at: stretch.source(of: shared))
    }
    return map
  }

  /// Returns the source of a part of the text, or `nil` if nothing is mapped.
  package func source(of part: Range<Int>) -> SourceRange? {
    guard let last = stretches.last else { return nil }
    guard part.lowerBound < count else { return SourceRange(last.source.end, last.source.end) }
    let first = stretches[index(at: part.lowerBound)]
    let start = first.source(of: part.lowerBound..<first.text.upperBound).start
    guard !part.isEmpty else { return SourceRange(start, start) }
    let final = stretches[index(at: part.upperBound - 1)]
    return SourceRange(start, final.source(of: final.text.lowerBound..<min(part.upperBound, count)).end)
  }

  /// Returns the index of the stretch that contains an offset, or else of the last one.
  private func index(at offset: Int) -> Int {
    var low = 0
    var high = stretches.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if stretches[middle].text.lowerBound <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
