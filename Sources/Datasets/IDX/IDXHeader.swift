/// The header of an IDX file: two zero bytes, the type of the numbers, the number of dimensions, and each dimension as
/// a 32-bit big-endian number.
struct IDXHeader: Sendable, Hashable {
  /// The types of numbers by their code; all are big-endian.
  enum Element: UInt8, Sendable {
    case unsignedByte = 0x08
    case signedByte = 0x09
    case short = 0x0B
    case integer = 0x0C
    case float = 0x0D
    case double = 0x0E

    var byteCount: Int {
      switch self {
      case .unsignedByte, .signedByte: 1
      case .short: 2
      case .integer, .float: 4
      case .double: 8
      }
    }

    var isInteger: Bool { self != .float && self != .double }
  }

  /// The expected content of a file.
  enum Role: Sendable {
    case samples, labels

    var phrase: String {
      switch self {
      case .samples: "samples in IDX form (as 0x00000803 would)"
      case .labels: "labels in IDX form (as 0x00000801 would)"
      }
    }
  }

  let element: Element
  let dimensions: [Int]
  /// The number of bytes of the header.
  let length: Int
  /// The number of bytes of the numbers that follow.
  let payload: Int

  var count: Int { dimensions[0] }
  var sampleShape: [Int] { Array(dimensions.dropFirst()) }

  /// - Parameter bytes: the whole file, or at least its header.
  init(_ bytes: [UInt8], of path: String, as role: Role) throws(DatasetProblem) {
    guard bytes.count >= 4 else { throw .truncatedIDX(path, expected: 4, found: bytes.count) }
    let magic = bytes.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    let rank = Int(bytes[3])
    guard bytes[0] == 0, bytes[1] == 0, let element = Element(rawValue: bytes[2]),
      role == .labels ? rank == 1 && element.isInteger : rank >= 2
    else { throw .wrongMagic(path, found: magic, expected: role.phrase) }
    length = 4 + 4 * rank
    guard bytes.count >= length else { throw .truncatedIDX(path, expected: length, found: bytes.count) }
    let dimensions = (0..<rank).map { index in
      bytes[(4 + 4 * index)..<(8 + 4 * index)].reduce(0) { $0 << 8 | Int($1) }
    }
    var size = element.byteCount
    for dimension in dimensions {
      let (product, overflow) = size.multipliedReportingOverflow(by: dimension)
      if overflow || product > 1 << 40 { throw .oversizedIDX(path, dimensions: dimensions) }
      size = product
    }
    self.element = element
    self.dimensions = dimensions
    payload = size
    if size == 0 { throw .nothingInIDX(path, dimensions: dimensions) }
  }

  static let longest = 4 + 4 * 255

  /// Returns the bytes of memory for reading the numbers: as in the file, and unless they are kept so, as `Double`
  /// and in their final form.
  func memory(as role: Role) -> Double {
    let numbers = Double(payload / element.byteCount)
    return Double(payload) + (role == .samples && element == .unsignedByte ? 0 : 12 * numbers)
  }
}
