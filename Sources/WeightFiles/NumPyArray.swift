import Engine
import Foundation

/// The format of a NumPy array (NEP 1): a magic number, a header in Python notation, and the numbers.
enum NumPyArray {
  private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  static func data(of array: Variable) -> Data {
    let lengths = array.shape.map(String.init).joined(separator: ", ")
    let shape = array.shape.count == 1 ? lengths + "," : lengths
    let header = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(shape)), }"
    // The numbers start on a 64-byte boundary, after a line feed.
    let padding = String(repeating: " ", count: (64 - (10 + header.utf8.count + 1) % 64) % 64)
    let text = header + padding + "\n"
    var data = Data(magic + [1, 0])
    data.append(littleEndian: UInt16(text.utf8.count))
    data.append(contentsOf: text.utf8)
    data.append(littleEndian: array.values)
    return data
  }

  static func read(_ file: ByteReader, name: String) throws(WeightFileFault) -> Variable {
    guard try Array(file.slice(0, 6)) == magic else { throw .notOfFormat("NumPy") }
    let isFirstVersion = try file.integer(UInt8.self, at: 6) == 1
    let length =
      isFirstVersion ? Int(try file.integer(UInt16.self, at: 8)) : Int(try file.integer(UInt32.self, at: 8))
    let start = isFirstVersion ? 10 : 12
    let header = try file.text(start, length)
    guard let type = header.firstMatch(of: /'descr':\s*'([^']*)'/)?.1,
      let order = header.firstMatch(of: /'fortran_order':\s*(True|False)/)?.1,
      let shape = header.firstMatch(of: /'shape':\s*\(([0-9, ]*)\)/)?.1
    else { throw .header("\"\(name)\" is not described by descr, fortran_order and shape") }
    guard type == "<f4" else { throw .type(array: name, found: String(type)) }
    guard let lengths = lengths(written: shape) else {
      throw .header("the shape of \"\(name)\" is not a list of at most \(WeightFile.mostDimensions) lengths")
    }
    guard order == "False" || lengths.count < 2 else { throw .columnOrder(array: name) }
    let bytes = file.count - start - length
    guard Double(bytes) == lengths.reduce(4.0, { $0 * Double($1) }) else {
      throw .size(array: name, shape: lengths, bytes: max(0, bytes))
    }
    return Variable(
      name: name, shape: lengths, values: try file.floats(start + length, count: bytes / 4))
  }

  /// Returns the lengths in a tuple; `nil` if one is not a number or is too large.
  private static func lengths(written shape: Substring) -> [Int]? {
    var parts = shape.split(separator: ",", omittingEmptySubsequences: false).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    // There may be a comma after the last element, and there is one after a single element.
    if parts.last == "" { parts.removeLast() }
    let lengths = parts.compactMap { Int($0) }
    return lengths.count == parts.count && lengths.count <= WeightFile.mostDimensions ? lengths : nil
  }
}
