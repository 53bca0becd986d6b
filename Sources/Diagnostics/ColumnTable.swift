/// The columns of some characters in long lines, which make the column of any other quick to find.
struct ColumnTable: Sendable {
  /// The offset of a character's first byte, and the character's 1-based column.
  typealias Place = (offset: Int, column: Int)

  /// The number of characters from one recorded character to the next.
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
      // Each byte is a character, except for a line ending of two bytes, which is the last character.
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

  /// Returns the last recorded place in a line at or before an offset: at least the line's first.
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
