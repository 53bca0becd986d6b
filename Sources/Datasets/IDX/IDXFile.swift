import Digests
import Engine
import Foundation

/// An array of numbers in the IDX format of the MNIST files, gzipped or not.
struct IDXFile: Sendable {
  let bytes: FileBytes
  let header: IDXHeader

  /// Reads a file and checks that it is as long as its header says, unpacking no more than necessary.
  ///
  /// - Throws: A problem with the file, or with the memory that its numbers would take.
  init(
    contentsOf url: URL, shownAs path: String? = nil, as role: IDXHeader.Role, within limits: DataLimits
  ) throws(DatasetProblem) {
    bytes = try FileBytes(contentsOf: url, shownAs: path, within: limits)
    if bytes.isGzipped {
      var head = [UInt8](repeating: 0, count: IDXHeader.longest)
      let inflater = try Inflater(bytes.data, path: bytes.path)
      let count = try Self.fill(&head, from: inflater)
      head.removeLast(head.count - count)
      header = try IDXHeader(head, of: bytes.path, as: role)
      try limits.check(Double(bytes.data.count) + header.memory(as: role), toRead: bytes.path)
      // gzip ends with the size of its content. If that agrees with the header, the file is complete. Otherwise
      // it is damaged or has several members, and only unpacking can tell.
      if sizeInTrailer != UInt32(truncatingIfNeeded: header.length + header.payload) {
        try check(rest: inflater, after: count)
      }
    } else {
      header = try IDXHeader(Array(bytes.data.prefix(IDXHeader.longest)), of: bytes.path, as: role)
      try check(length: bytes.data.count)
      try limits.check(Double(bytes.data.count) + header.memory(as: role), toRead: bytes.path)
    }
  }

  var path: String { bytes.path }

  /// Returns the numbers as samples: bytes as they are, all others as floats.
  ///
  /// - Parameter progress: called with the number of bytes unpacked and their total.
  func samples(progress: (Int, Int) -> Void = { _, _ in }) throws(DatasetProblem) -> Samples {
    let payload = try payload(progress)
    let storage: Samples.Storage =
      header.element == .unsignedByte
      ? .bytes(payload, scale: 1) : .floats(header.element.decode(payload).map { Float($0) })
    return Samples(shape: header.sampleShape, count: header.count, storage: storage)
  }

  /// The largest number of classes; a larger label is not the number of a class.
  static let labelLimit = 65_536

  /// Returns the numbers as classes.
  ///
  /// - Parameter classes: the number of classes; `nil` to take it from the labels.
  func labels(classes: Int?) throws(DatasetProblem) -> [Int32] {
    let labels = header.element.decode(try payload()).map { Int32($0) }
    let limit = classes ?? Self.labelLimit
    if let index = labels.firstIndex(where: { $0 < 0 || $0 >= limit }) {
      throw .labelOutOfRange(path, index: index, label: Int(labels[index]), classes: limit)
    }
    return labels
  }

  /// Returns the first integer that samples of type `Float` cannot represent.
  func roundedInteger() throws(DatasetProblem) -> RoundedInteger? {
    guard header.element == .integer || header.element == .double else { return nil }
    return header.element.decode(try payload()).lazy.compactMap { RoundedInteger($0) }.first
  }

  /// Returns the SHA-256 of the unpacked content. The content must have been read before, which checks its length.
  func contentDigest() throws(DatasetProblem) -> String {
    guard bytes.isGzipped else { return bytes.digest }
    var content = [UInt8](repeating: 0, count: expected)
    _ = try Self.fill(&content, from: Inflater(bytes.data, path: path))
    return hexadecimalDigest(of: content)
  }

  private var sizeInTrailer: UInt32 {
    bytes.data.suffix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }

  private func check(length found: Int) throws(DatasetProblem) {
    if found < expected { throw .truncatedIDX(path, expected: expected, found: found) }
    if found > expected { throw .trailingBytes(path, expected: expected, found: found) }
  }

  /// Checks the length of the unpacked content. Of a file that is far too long, only the first part is unpacked.
  ///
  /// - Parameter count: the number of bytes that are already unpacked.
  private func check(rest inflater: Inflater, after count: Int) throws(DatasetProblem) {
    let limit = max(0, expected - count) + Self.piece
    let rest = try inflater.countRest(limit: limit)
    if rest >= limit { throw .trailingBytes(path, expected: expected, found: nil) }
    try check(length: count + rest)
  }

  /// The number of bytes of the file according to the header, which is included.
  private var expected: Int { header.length + header.payload }

  /// Returns the bytes of the numbers in the file.
  private func payload(_ progress: (Int, Int) -> Void = { _, _ in }) throws(DatasetProblem) -> [UInt8] {
    guard bytes.isGzipped else { return Array(bytes.data.dropFirst(header.length)) }
    let inflater = try Inflater(bytes.data, path: path)
    var head = [UInt8](repeating: 0, count: header.length)
    _ = try Self.fill(&head, from: inflater)
    // Deflate packs at most 1032 to 1, so a header with a false size allocates nothing.
    guard header.payload / 1040 <= bytes.data.count else {
      try check(rest: inflater, after: header.length)
      return []
    }
    var payload = [UInt8](repeating: 0, count: header.payload)
    let count = try Self.fill(&payload, from: inflater, progress)
    try check(rest: inflater, after: header.length + count)
    return payload
  }

  /// The number of bytes that are unpacked between two reports.
  private static let piece = 1 << 20

  private static func fill(
    _ buffer: inout [UInt8], from inflater: Inflater, _ progress: (Int, Int) -> Void = { _, _ in }
  ) throws(DatasetProblem) -> Int {
    var outcome: Result<Int, DatasetProblem> = .success(0)
    buffer.withUnsafeMutableBytes { raw in
      do throws(DatasetProblem) {
        var filled = 0
        while filled < raw.count {
          let end = min(filled + piece, raw.count)
          let count = try inflater.read(into: UnsafeMutableRawBufferPointer(rebasing: raw[filled..<end]))
          if count == 0 { break }
          filled += count
          progress(filled, raw.count)
        }
        outcome = .success(filled)
      } catch {
        outcome = .failure(error)
      }
    }
    return try outcome.get()
  }
}

extension IDXHeader.Element {
  /// Returns big-endian numbers; each is exact as `Double`.
  func decode(_ bytes: [UInt8]) -> [Double] {
    (0..<(bytes.count / byteCount)).map { index in
      let word = bytes[(index * byteCount)..<((index + 1) * byteCount)].reduce(UInt64(0)) {
        $0 << 8 | UInt64($1)
      }
      return switch self {
      case .unsignedByte: Double(word)
      case .signedByte: Double(Int8(truncatingIfNeeded: word))
      case .short: Double(Int16(truncatingIfNeeded: word))
      case .integer: Double(Int32(truncatingIfNeeded: word))
      case .float: Double(Float(bitPattern: UInt32(truncatingIfNeeded: word)))
      case .double: Double(bitPattern: word)
      }
    }
  }
}
