/// The columns of some characters within long lines, so that finding the column of any other counts few of them.
struct ColumnTable: Sendable {
  /// A character's first byte and its 1-based column.
  typealias Place = (offset: Int, column: Int)

  /// The number of bytes, and of characters, after which the next character is noted.
  private static let step = 512

  private var places: [Place] = []

  init(_ utf8: [UInt8], lineStarts: [Int]) {
    for (index, start) in lineStarts.enumerated() {
      let end = index + 1 < lineStarts.count ? lineStarts[index + 1] : utf8.count
      guard end - start > Self.step else { continue }
      add(lineFrom: start, to: end, of: utf8)
    }
  }

  private mutating func add(lineFrom start: Int, to end: Int, of utf8: [UInt8]) {
    if utf8[start..<end].allSatisfy({ $0 < 0x80 }) {
      // Each byte is a character, but for a line end of two bytes, which is the last one.
      for offset in stride(from: start + Self.step, to: end - 1, by: Self.step) {
        places.append((offset, offset - start + 1))
      }
      return
    }
    var offset = start
    for (count, character) in String(decoding: utf8[start..<end], as: UTF8.self).enumerated() {
      if count > 0, count.isMultiple(of: Self.step) { places.append((offset, count + 1)) }
      offset += character.utf8.count
    }
  }

  /// The last place that is known in a line up to an offset: at least the line's first.
  func last(atOrBefore offset: Int, from lineStart: Int) -> Place {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, places[low - 1].offset >= lineStart else { return (lineStart, 1) }
    return places[low - 1]
  }
}
