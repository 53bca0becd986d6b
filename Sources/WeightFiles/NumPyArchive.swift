import CZlib
import Engine
import Files
import Foundation

/// The format of `numpy.savez`: a ZIP archive with an uncompressed file `NAME.npy` for each array.
///
/// The layout follows PKWARE's APPNOTE, sections 4.3.7 (local header), 4.3.12 (central directory) and 4.3.16 (its
/// end).
enum NumPyArchive {
  private enum Signature {
    static let local: UInt32 = 0x0403_4B50
    static let central: UInt32 = 0x0201_4B50
    static let end: UInt32 = 0x0605_4B50
  }

  /// The date 1 January 1980 for all files, so that equal weights give equal bytes.
  private static let date: UInt16 = 0x21

  static func data(of arrays: [Variable]) -> Data {
    var archive = Data()
    var directory = Data()
    for array in arrays {
      let name = Data((array.name + ".npy").utf8)
      let content = NumPyArray.data(of: array)
      let offset = UInt32(archive.count)
      var fields = Data()
      for field: UInt16 in [20, 0x0800, 0, 0, date] { fields.append(littleEndian: field) }
      for field in [checksum(content), UInt32(content.count), UInt32(content.count)] {
        fields.append(littleEndian: field)
      }
      fields.append(littleEndian: UInt16(name.count))
      fields.append(littleEndian: UInt16(0))
      archive.append(littleEndian: Signature.local)
      archive.append(fields)
      archive.append(name)
      archive.append(content)
      directory.append(littleEndian: Signature.central)
      directory.append(littleEndian: UInt16(20))
      directory.append(fields)
      for field: UInt16 in [0, 0, 0] { directory.append(littleEndian: field) }
      directory.append(littleEndian: UInt32(0))
      directory.append(littleEndian: offset)
      directory.append(name)
    }
    let start = UInt32(archive.count)
    let comment = Data(FileMark.weights.text.utf8)
    archive.append(directory)
    archive.append(littleEndian: Signature.end)
    for field: UInt16 in [0, 0, UInt16(arrays.count), UInt16(arrays.count)] {
      archive.append(littleEndian: field)
    }
    archive.append(littleEndian: UInt32(directory.count))
    archive.append(littleEndian: start)
    archive.append(littleEndian: UInt16(comment.count))
    archive.append(comment)
    return archive
  }

  static func read(_ file: ByteReader) throws(WeightFileFault) -> [Variable] {
    let end = try endOfDirectory(file)
    var place = Int(try file.integer(UInt32.self, at: end + 16))
    var arrays: [Variable] = []
    var names = Set<String>()
    var bytesLeft = file.count
    for _ in 0..<(try file.integer(UInt16.self, at: end + 10)) {
      guard try file.integer(UInt32.self, at: place) == Signature.central else {
        throw .header("its directory is damaged")
      }
      let nameLength = Int(try file.integer(UInt16.self, at: place + 28))
      let fileName = try file.text(place + 46, nameLength)
      let name = fileName.hasSuffix(".npy") ? String(fileName.dropLast(4)) : fileName
      guard names.insert(name).inserted else { throw .repeated(array: name) }
      guard try file.integer(UInt16.self, at: place + 10) == 0 else { throw .compressed(array: name) }
      let size = Int(try file.integer(UInt32.self, at: place + 24))
      // Arrays that share bytes would take far more memory than the file.
      guard size <= bytesLeft else { throw .bounds(array: name) }
      bytesLeft -= size
      let content = try self.content(
        of: name, at: Int(try file.integer(UInt32.self, at: place + 42)), size: size, in: file)
      guard checksum(content) == (try file.integer(UInt32.self, at: place + 16)) else {
        throw .checksum(array: name)
      }
      arrays.append(try NumPyArray.read(ByteReader(content), name: name))
      let extraLength = Int(try file.integer(UInt16.self, at: place + 30))
      let commentLength = Int(try file.integer(UInt16.self, at: place + 32))
      place += 46 + nameLength + extraLength + commentLength
    }
    return arrays
  }

  private static func content(
    of name: String, at offset: Int, size: Int, in file: ByteReader
  ) throws(WeightFileFault) -> Data {
    guard try file.integer(UInt32.self, at: offset) == Signature.local else { throw .bounds(array: name) }
    let names = Int(try file.integer(UInt16.self, at: offset + 26))
    let extra = Int(try file.integer(UInt16.self, at: offset + 28))
    return Data(try file.slice(offset + 30 + names + extra, size))
  }

  /// Returns the end of the central directory, which is followed by a comment of up to 65,535 bytes.
  private static func endOfDirectory(_ file: ByteReader) throws(WeightFileFault) -> Int {
    guard file.count >= 4, try file.integer(UInt32.self, at: 0) == Signature.local else {
      throw .notOfFormat("npz")
    }
    for place in stride(from: file.count - 22, through: max(0, file.count - 22 - 65_535), by: -1)
    where try file.integer(UInt32.self, at: place) == Signature.end {
      return place
    }
    throw .cutShort
  }

  private static func checksum(_ data: Data) -> UInt32 {
    data.withUnsafeBytes { bytes in
      UInt32(crc32(0, bytes.bindMemory(to: UInt8.self).baseAddress, UInt32(bytes.count)))
    }
  }
}
