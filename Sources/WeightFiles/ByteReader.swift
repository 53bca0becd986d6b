import Foundation

/// A reader of bytes by offset. An offset outside of the bytes means that the file was cut short.
struct ByteReader {
  private let bytes: [UInt8]

  init(_ data: some Sequence<UInt8>) { bytes = Array(data) }

  var count: Int { bytes.count }

  func slice(_ offset: Int, _ length: Int) throws(WeightFileFault) -> ArraySlice<UInt8> {
    guard offset >= 0, length >= 0, offset <= bytes.count, length <= bytes.count - offset else {
      throw .cutShort
    }
    return bytes[offset..<offset + length]
  }

  /// Returns a little-endian number.
  func integer<Number: FixedWidthInteger>(
    _ type: Number.Type, at offset: Int
  ) throws(WeightFileFault) -> Number {
    try slice(offset, MemoryLayout<Number>.size).reversed().reduce(0) {
      $0 << 8 | Number(truncatingIfNeeded: $1)
    }
  }

  func text(_ offset: Int, _ length: Int) throws(WeightFileFault) -> String {
    String(decoding: try slice(offset, length), as: UTF8.self)
  }

  /// Returns little-endian floats.
  func floats(_ offset: Int, count: Int) throws(WeightFileFault) -> [Float] {
    let raw = try slice(offset, count * 4)
    return raw.withUnsafeBytes { raw in
      (0..<count).map {
        Float(bitPattern: UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: $0 * 4, as: UInt32.self)))
      }
    }
  }
}

extension Data {
  mutating func append(littleEndian number: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
  }

  mutating func append(littleEndian numbers: [Float]) {
    let words = numbers.map { $0.bitPattern.littleEndian }
    words.withUnsafeBytes { append(contentsOf: $0) }
  }
}
