import Foundation

/// A reader of the records in a CSV file (RFC 4180; LF, CRLF or CR; with or without a byte order mark).
///
/// Fields are offsets into the bytes until their text is needed, which makes large files fast to read.
struct CSVReader {
  struct Field {
    /// The offsets of the content, without quotes; for a field that is not quoted, without spaces around it.
    let range: Range<Int>
    /// A Boolean value that indicates whether the content has doubled quotes.
    let isEscaped: Bool
    /// The offset of the field in the file.
    let start: Int
  }

  /// The largest number of fields in a record.
  static let fieldLimit = 65_536
  /// The largest number of bytes in a field; names and numbers are shorter.
  static let lengthLimit = 4096

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private let path: String
  private var offset: Int

  /// - Throws: A problem if the file is not UTF-8.
  init(_ bytes: [UInt8], delimiter: UInt8, path: String) throws(DatasetProblem) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.path = path
    offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let wrong = offsetOfInvalidUTF8(in: bytes) { throw .notUTF8(place(of: wrong)) }
    if let nul = bytes.firstIndex(of: 0) { throw .nulByte(place(of: nul)) }
  }

  /// Returns the fields of the next record, skipping empty lines; `nil` at the end.
  mutating func next() throws(DatasetProblem) -> [Field]? {
    while offset < bytes.count, isLineEnd(bytes[offset]) { offset += 1 }
    guard offset < bytes.count else { return nil }
    var fields: [Field] = []
    while true {
      let field = try field()
      if fields.count == Self.fieldLimit {
        throw .tooManyFields(place(of: field.start), limit: Self.fieldLimit)
      }
      fields.append(field)
      guard offset < bytes.count, bytes[offset] == delimiter else { return fields }
      offset += 1
    }
  }

  /// The offset of the end of the last record.
  var end: Int { offset }

  func text(of field: Field) -> String {
    let text = String(decoding: bytes[field.range], as: UTF8.self)
    return field.isEscaped
      ? text.split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"") : text
  }

  /// Returns true for a field, quoted or not, that holds nothing but spaces.
  func isBlank(_ field: Field) -> Bool { bytes[field.range].allSatisfy(isSpace) }

  /// Returns the number in a field, if it is one in decimal notation and finite as `Float`.
  func number(in field: Field) -> Float? { decimalNumber(bytes[field.range]) }

  /// Returns a 1-based line and column for messages.
  func place(of offset: Int) -> CSVPlace {
    var line = 1
    var lineStart = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? min(3, offset) : 0
    for index in 0..<offset
    where bytes[index] == newline
      || (bytes[index] == carriageReturn && !(index + 1 < bytes.count && bytes[index + 1] == newline))
    {
      line += 1
      lineStart = index + 1
    }
    return CSVPlace(path, line: line, column: characterCount(bytes[lineStart..<max(offset, lineStart)]) + 1)
  }

  private mutating func field() throws(DatasetProblem) -> Field {
    let start = offset
    if offset < bytes.count, bytes[offset] == quote { return try quotedField() }
    while offset < bytes.count, bytes[offset] != delimiter, !isLineEnd(bytes[offset]) {
      if bytes[offset] == quote { throw .strayQuote(place(of: offset)) }
      try requireLength(of: start..<offset)
      offset += 1
    }
    var range = start..<offset
    while let first = range.first, isSpace(bytes[first]) { range = range.dropFirst() }
    while let last = range.last, isSpace(bytes[last]) { range = range.dropLast() }
    return Field(range: range, isEscaped: false, start: start)
  }

  private mutating func quotedField() throws(DatasetProblem) -> Field {
    let start = offset
    var isEscaped = false
    offset += 1
    while true {
      offset = nextQuote
      guard offset < bytes.count else { throw .unclosedQuote(place(of: start)) }
      offset += 1
      guard offset < bytes.count, bytes[offset] == quote else { break }
      isEscaped = true
      offset += 1
    }
    let range = (start + 1)..<(offset - 1)
    try requireLength(of: range)
    if offset < bytes.count, bytes[offset] != delimiter, !isLineEnd(bytes[offset]) {
      throw .strayQuote(place(of: offset - 1))
    }
    return Field(range: range, isEscaped: isEscaped, start: start)
  }

  private func requireLength(of range: Range<Int>) throws(DatasetProblem) {
    guard range.count > Self.lengthLimit else { return }
    // A field starts after a delimiter or a line break, its quoted content after the quote.
    let isQuoted = range.lowerBound > 0 && bytes[range.lowerBound - 1] == quote
    throw .fieldTooLong(place(of: range.lowerBound - (isQuoted ? 1 : 0)), limit: Self.lengthLimit)
  }

  /// The offset of the next quote, or the end of the bytes. `memchr` is faster than a loop.
  private var nextQuote: Int {
    bytes.withUnsafeBytes { bytes in
      guard offset < bytes.count, let start = bytes.baseAddress?.advanced(by: offset),
        let found = memchr(start, Int32(quote), bytes.count - offset)
      else { return bytes.count }
      return offset + start.distance(to: UnsafeRawPointer(found))
    }
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")) && byte != delimiter
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == newline || byte == carriageReturn }
}

private let quote = UInt8(ascii: "\"")
private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")

/// Returns the number of characters in UTF-8 bytes. For a very long text it is the number of scalars, which takes a
/// fraction of the time.
private func characterCount(_ bytes: ArraySlice<UInt8>) -> Int {
  bytes.count <= 10_000
    ? String(decoding: bytes, as: UTF8.self).count : bytes.count { $0 & 0b1100_0000 != 0b1000_0000 }
}

private func offsetOfInvalidUTF8(in bytes: [UInt8]) -> Int? {
  if String(validating: bytes, as: UTF8.self) != nil { return nil }
  // Piece by piece, because iterating over scalars is slow.
  var start = 0
  while start < bytes.count {
    var end = min(start + 4096, bytes.count)
    // A piece must not end within a scalar.
    while end < bytes.count, end > start + 1, bytes[end] & 0b1100_0000 == 0b1000_0000 { end -= 1 }
    if String(validating: bytes[start..<end], as: UTF8.self) == nil { break }
    start = end
  }
  var parser = Unicode.UTF8.ForwardParser()
  var iterator = bytes[start...].makeIterator()
  while case .valid(let scalar) = parser.parseScalar(from: &iterator) { start += scalar.count }
  return start
}
