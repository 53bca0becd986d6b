/// What the head of an IDX file says: two zero bytes, the kind of number, how many dimensions, and each
/// dimension as a 32-bit big-endian number.
struct IDXHeader: Sendable, Hashable {
  /// The kinds of number there are, by their code; all big-endian.
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

  /// What a file is to hold.
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
  /// Bytes of the header itself.
  let length: Int
  /// Bytes of the numbers that follow.
  let payload: Int

  var count: Int { dimensions[0] }
  var sampleShape: [Int] { Array(dimensions.dropFirst()) }

  /// - Parameter bytes: at least as many as the header has, or the whole file.
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

  /// The bytes of memory that the numbers take while they are read: as they stand in the file, then, where they are
  /// not kept so, in Double and as what they become.
  func memory(as role: Role) -> Double {
    let numbers = Double(payload / element.byteCount)
    return Double(payload) + (role == .samples && element == .unsignedByte ? 0 : 12 * numbers)
  }
}
