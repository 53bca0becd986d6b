import Diagnostics

/// Finds the places of link destinations in a notebook, in time linear in the notebook's length.
package struct LinkPlaces {
  /// The characters before an address: those after a link's text, or those in the definition of a label.
  private enum Opening: String, CaseIterable {
    case parenthesis = "]("
    case bracket = "](<"
    case definition = "]: "
  }

  /// An address up to the first byte that might end it.
  private struct Start: Hashable {
    let opening: Opening
    let bytes: ArraySlice<UInt8>
  }

  private struct Address: Hashable {
    let opening: Opening
    let text: String
  }

  private let source: SourceFile
  /// The offsets at which addresses begin, in order.
  private var starts: [Start: [Int]] = [:]
  private var found: [Address: [SourceRange]] = [:]

  package init(_ source: SourceFile) {
    self.source = source
    for opening in Opening.allCases {
      var rest = SourceRange(0, source.utf8.count)
      while let place = source.firstRange(of: opening.rawValue, in: rest) {
        let address = source.utf8[place.end...].prefix { !Self.isEnd($0) }
        starts[Start(opening: opening, bytes: address), default: []].append(place.end)
        rest = SourceRange(place.end, rest.end)
      }
    }
  }

  /// Returns the place of a link's destination, or its block's first line if it is not written literally.
  package mutating func place(of link: NotebookLink) -> SourceRange {
    for opening in [Opening.parenthesis, .bracket] {
      let all = ranges(of: link.destination, behind: opening)
      let index = firstIndex(in: all, from: link.scope.start) + link.precedingCount
      if index < all.count, all[index].end <= link.scope.end { return all[index] }
    }
    if let place = ranges(of: link.destination, behind: .definition).first { return place }
    return source.rangeOfLine(source.location(of: link.scope.start).line)
  }

  /// Returns the places at which an address follows an opening and ends there.
  private mutating func ranges(of text: String, behind opening: Opening) -> [SourceRange] {
    let address = Address(opening: opening, text: text)
    if let known = found[address] { return known }
    let bytes = Array(text.utf8)
    let start = Start(opening: opening, bytes: bytes.prefix { !Self.isEnd($0) })
    let ranges = (starts[start] ?? []).map { SourceRange($0, $0 + bytes.count) }.filter { range in
      range.end <= source.utf8.count && source.utf8[range.start..<range.end].elementsEqual(bytes)
        && (range.end == source.utf8.count || Self.isEnd(source.utf8[range.end]))
    }
    found[address] = ranges
    return ranges
  }

  private func firstIndex(in ranges: [SourceRange], from offset: Int) -> Int {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func isEnd(_ byte: UInt8) -> Bool { " \t\r\n)>".utf8.contains(byte) }
}
