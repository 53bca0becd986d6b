/// A compressor for the DEFLATE format (RFC 1951) with fixed Huffman codes.
///
/// The code is small and gives the same bytes everywhere, which zlib does not promise across versions.
package enum Deflate {
  private static let window = 32_768
  private static let longest = 258

  package static func compress(_ bytes: [UInt8]) -> [UInt8] {
    var bits = BitWriter()
    bits.write(1, count: 1)  // the last block
    bits.write(1, count: 2)  // of fixed codes
    var lastPlace: [UInt32: Int] = [:]
    var index = 0
    while index < bytes.count {
      let (length, distance) = match(bytes, at: index, lastPlace)
      let advance: Int
      if length >= 3 {
        bits.writeLength(length)
        bits.writeDistance(distance)
        advance = length
      } else {
        bits.writeSymbol(Int(bytes[index]))
        advance = 1
      }
      for place in index..<index + advance where place + 2 < bytes.count {
        lastPlace[key(bytes, place)] = place
      }
      index += advance
    }
    bits.writeSymbol(256)
    return bits.finished()
  }

  private static func key(_ bytes: [UInt8], _ place: Int) -> UInt32 {
    UInt32(bytes[place]) << 16 | UInt32(bytes[place + 1]) << 8 | UInt32(bytes[place + 2])
  }

  /// Returns the longer of two matches: a run of the preceding byte, or the latest position of the same three bytes.
  private static func match(
    _ bytes: [UInt8], at index: Int, _ lastPlace: [UInt32: Int]
  ) -> (length: Int, distance: Int) {
    guard index + 2 < bytes.count else { return (0, 0) }
    var best = (length: 0, distance: 0)
    for candidate in [index - 1, lastPlace[key(bytes, index)] ?? -1]
    where candidate >= 0 && index - candidate <= window {
      var length = 0
      while length < longest, index + length < bytes.count, bytes[candidate + length] == bytes[index + length]
      {
        length += 1
      }
      if length > best.length { best = (length, index - candidate) }
    }
    return best
  }
}

/// A writer of bits in the order of RFC 1951: values from their lowest bit, Huffman codes from their highest.
private struct BitWriter {
  private var bytes: [UInt8] = []
  private var pending: UInt32 = 0
  private var count = 0

  mutating func write(_ value: Int, count width: Int) {
    pending |= UInt32(value) << UInt32(count)
    count += width
    while count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      count -= 8
    }
  }

  /// Writes a literal, an end of block or a length in the fixed code of section 3.2.6.
  mutating func writeSymbol(_ symbol: Int) {
    switch symbol {
    case ..<144: writeCode(0x30 + symbol, count: 8)
    case ..<256: writeCode(0x190 + symbol - 144, count: 9)
    case ..<280: writeCode(symbol - 256, count: 7)
    default: writeCode(0xC0 + symbol - 280, count: 8)
    }
  }

  mutating func writeLength(_ length: Int) {
    if length == 258 { return writeSymbol(285) }
    let (code, extra, base) = Self.bucket(length - 3, perOctave: 4)
    writeSymbol(257 + code)
    write(length - 3 - base, count: extra)
  }

  mutating func writeDistance(_ distance: Int) {
    let (code, extra, base) = Self.bucket(distance - 1, perOctave: 2)
    writeCode(code, count: 5)
    write(distance - 1 - base, count: extra)
  }

  /// Returns the code of a length or a distance. The codes grow geometrically, a fixed number for each extra bit.
  private static func bucket(_ value: Int, perOctave: Int) -> (code: Int, extra: Int, base: Int) {
    var (code, extra, base) = (0, 0, 0)
    while true {
      let codes = extra == 0 ? 2 * perOctave : perOctave
      let span = codes << extra
      if value < base + span {
        let offset = (value - base) >> extra
        return (code + offset, extra, base + offset << extra)
      }
      base += span
      code += codes
      extra += 1
    }
  }

  private mutating func writeCode(_ code: Int, count width: Int) {
    for bit in stride(from: width - 1, through: 0, by: -1) { write(code >> bit & 1, count: 1) }
  }

  mutating func finished() -> [UInt8] {
    if count > 0 { write(0, count: 8 - count) }
    return bytes
  }
}
