import Engine
import Files
import Foundation
import Writing

/// The safetensors format of Hugging Face: the length of a JSON header, the header, and the bytes of the arrays.
enum SafeTensors {
  private struct Entry: Decodable {
    let dtype: String
    let shape: [Int]
    /// The offsets of the first byte and of the end, from the end of the header.
    let dataOffsets: [Int]

    enum CodingKeys: String, CodingKey {
      case dtype, shape
      case dataOffsets = "data_offsets"
    }
  }

  private struct Header: Decodable {
    private struct Name: CodingKey {
      let stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    let entries: [(name: String, entry: Entry)]

    init(from decoder: Decoder) throws {
      let members = try decoder.container(keyedBy: Name.self)
      let names = members.allKeys.sorted { $0.stringValue < $1.stringValue }
      entries = try names.filter { $0.stringValue != "__metadata__" }.map { name in
        do {
          return (name.stringValue, try members.decode(Entry.self, forKey: name))
        } catch {
          throw WeightFileFault.header(
            "\"\(name.stringValue)\" is not described by dtype, shape and data_offsets")
        }
      }
    }
  }

  /// The largest size of a header in bytes, 50 times that of a model with a thousand layers.
  private static let largestHeader = 10_000_000

  static func data(of arrays: [Variable]) -> Data {
    var offset = 0
    func list(_ numbers: [Int]) -> JSON { .array(numbers.map { .number(Double($0)) }) }
    let entries = arrays.map { array -> (String, JSON) in
      let end = offset + array.values.count * 4
      defer { offset = end }
      return (
        array.name,
        .object([
          ("dtype", .string("F32")), ("shape", list(array.shape)), ("data_offsets", list([offset, end])),
        ])
      )
    }
    let metadata = JSON.object([("format", .string("np")), ("comment", .string(FileMark.weights.text))])
    let header = JSON.object([("__metadata__", metadata)] + entries).text
    let padding = String(repeating: " ", count: (8 - header.utf8.count % 8) % 8)
    var data = Data()
    data.append(littleEndian: UInt64(header.utf8.count + padding.count))
    data.append(contentsOf: (header + padding).utf8)
    for array in arrays { data.append(littleEndian: array.values) }
    return data
  }

  static func read(_ file: ByteReader) throws(WeightFileFault) -> [Variable] {
    let length = Int(clamping: try file.integer(UInt64.self, at: 0))
    guard length <= largestHeader else { throw .notOfFormat("safetensors") }
    let header = Data(try file.slice(8, length))
    let start = 8 + length
    let entries = try entries(of: header)
    for (name, entry) in entries {
      guard entry.dtype == "F32" else { throw .type(array: name, found: entry.dtype) }
      guard entry.dataOffsets.count == 2 else { throw .header("\"\(name)\" has no data offsets") }
      let (first, end) = (entry.dataOffsets[0], entry.dataOffsets[1])
      guard first >= 0, first <= end, end <= largestOffset else { throw .bounds(array: name) }
      guard entry.shape.count <= WeightFile.mostDimensions else {
        throw .header("\"\(name)\" has more than \(WeightFile.mostDimensions) dimensions")
      }
      guard let count = count(entry.shape), count * 4 == end - first else {
        throw .size(array: name, shape: entry.shape, bytes: end - first)
      }
    }
    // If each array starts at the end of the one before, they take no more memory than the file.
    let inOrder = entries.sorted {
      ($0.entry.dataOffsets[0], $0.name) < ($1.entry.dataOffsets[0], $1.name)
    }
    var end = 0
    for (name, entry) in inOrder {
      guard entry.dataOffsets[0] == end else { throw .bounds(array: name) }
      end = entry.dataOffsets[1]
    }
    guard start + end <= file.count else { throw .cutShort }
    guard start + end == file.count else { throw .header("the arrays do not fill the file") }
    return try inOrder.map { name, entry throws(WeightFileFault) in
      let (first, end) = (entry.dataOffsets[0], entry.dataOffsets[1])
      return Variable(
        name: name, shape: entry.shape, values: try file.floats(start + first, count: (end - first) / 4))
    }
  }

  private static let largestOffset = 1 << 40

  private static func entries(of header: Data) throws(WeightFileFault) -> [(name: String, entry: Entry)] {
    do {
      return try JSONDecoder().decode(Header.self, from: header).entries
    } catch let fault as WeightFileFault {
      throw fault
    } catch {
      throw .notOfFormat("safetensors")
    }
  }

  /// Returns the number of elements of a shape; `nil` for a negative length or an overflow.
  private static func count(_ shape: [Int]) -> Int? {
    var count = 1
    for length in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: length)
      if overflow || length < 0 || product > largestOffset { return nil }
      count = product
    }
    return count
  }
}
