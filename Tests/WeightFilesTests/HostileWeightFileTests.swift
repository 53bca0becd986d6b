import Engine
import Foundation
import Testing
import WeightFiles

/// Files of weights that were made to mislead, their checksums right.
@Suite struct HostileWeightFileTests {
  /// An archive of arrays of NumPy's format, stored uncompressed; each entry of its directory points at one of them.
  private struct Archive {
    var files: [Data] = []
    var entries: [(name: String, file: Int)] = []

    var data: Data {
      var archive = Data()
      var offsets: [Int] = []
      for file in files {
        offsets.append(archive.count)
        archive += Self.bytes([0x0403_4B50], 4) + Data(count: 26) + file
      }
      let start = archive.count
      for entry in entries {
        let file = files[entry.file]
        archive += Self.bytes([0x0201_4B50], 4) + Data(count: 12)
        archive += Self.bytes([Self.checksum(file), UInt32(file.count), UInt32(file.count)], 4)
        archive += Self.bytes([UInt32(entry.name.utf8.count)], 2) + Data(count: 12)
        archive += Self.bytes([UInt32(offsets[entry.file])], 4) + Data(entry.name.utf8)
      }
      let size = archive.count - start
      archive += Self.bytes([0x0605_4B50], 4) + Data(count: 4)
      archive += Self.bytes([UInt32(entries.count), UInt32(entries.count)], 2)
      return archive + Self.bytes([UInt32(size), UInt32(start)], 4) + Data(count: 2)
    }

    private static func bytes(_ numbers: [UInt32], _ width: Int) -> Data {
      Data(numbers.flatMap { number in (0..<width).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) } })
    }

    private static func checksum(_ data: Data) -> UInt32 {
      ~data.reduce(~0) { crc, byte in
        (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in crc & 1 == 1 ? 0xEDB8_8320 ^ crc >> 1 : crc >> 1 }
      }
    }
  }

  /// An array of NumPy's format with a shape as it is written.
  private static func array(shape: String, count: Int) -> Data {
    let header = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(shape)), }\n"
    return Data([0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.utf8.count), 0]) + Data(header.utf8)
      + Data(count: count * 4)
  }

  private static func read(shape: String, count: Int) throws -> [Variable] {
    let archive = Archive(files: [array(shape: shape, count: count)], entries: [("a.npy", 0)])
    return try WeightFile.npz.arrays(in: archive.data)
  }

  @Test(
    "Shapes are read as NumPy writes them.",
    arguments: [("", []), ("3,", [3]), ("2, 3", [2, 3]), ("2, 3, ", [2, 3])])
  func shapes(_ written: String, _ shape: [Int]) throws {
    let arrays = try Self.read(shape: written, count: shape.reduce(1, *))
    #expect(arrays.map(\.shape) == [shape])
  }

  @Test(
    "A length that is no number, or a greater one than there can be, is refused and not passed over.",
    arguments: [
      "99999999999999999999999, 784, 4", "784, 4, 99999999999999999999999", "784, , 4", "7 84, 4", ",",
      String(repeating: "1, ", count: 40),
    ])
  func wrongShapes(_ written: String) {
    let fault = #expect(throws: WeightFileFault.self) { try Self.read(shape: written, count: 784 * 4) }
    #expect(fault == .header("the shape of \"a\" is not a list of at most 32 lengths"))
  }

  @Test("Lengths whose product is beyond all numbers do not fit the bytes.")
  func hugeShape() {
    let length = Int.max
    let fault = #expect(throws: WeightFileFault.self) {
      try Self.read(shape: "\(length), \(length)", count: 4)
    }
    #expect(fault == .size(array: "a", shape: [length, length], bytes: 16))
  }

  @Test("Arrays that share their bytes are refused, as they would take more memory than the file is long.")
  func sharedBytes() {
    let file = Self.array(shape: "1000,", count: 1000)
    let archive = Archive(files: [file], entries: (0..<50).map { ("a\($0).npy", 0) })
    #expect(throws: WeightFileFault.bounds(array: "a1")) { try WeightFile.npz.arrays(in: archive.data) }

    let entries = (0..<500).map { #""a\#($0)":{"dtype":"F32","shape":[1000],"data_offsets":[0,4000]}"# }
    let header = Data("{\(entries.joined(separator: ","))}".utf8)
    var length = UInt64(header.count).littleEndian
    let data = withUnsafeBytes(of: &length) { Data($0) } + header + Data(count: 4000)
    #expect(throws: WeightFileFault.bounds(array: "a1")) { try WeightFile.safetensors.arrays(in: data) }
  }

  @Test(
    "A header of any length and depth is refused.",
    arguments: [
      String(repeating: "[", count: 100_000), "{\"a\":" + String(repeating: "[", count: 500) + "]",
      "{\"a\":{\"dtype\":\"F32\",\"shape\":[\(Int.max),\(Int.max)],\"data_offsets\":[0,\(Int.max)]}}",
      "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[\(Int.min),\(Int.max)]}}",
    ])
  func headers(_ header: String) {
    for announced in [UInt64(header.utf8.count), .max, 1 << 63] {
      var length = announced.littleEndian
      let data = withUnsafeBytes(of: &length) { Data($0) } + Data(header.utf8)
      #expect(throws: WeightFileFault.self) { try WeightFile.safetensors.arrays(in: data) }
    }
  }
}
