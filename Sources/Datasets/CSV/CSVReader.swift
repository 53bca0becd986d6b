/// Cuts the bytes of a CSV file (RFC 4180; LF, CRLF or CR; with or without a byte order mark) into records.
///
/// Fields stay offsets into the bytes until someone needs their text, so that a large file is read at the
/// speed of its bytes.
struct CSVReader {
  struct Field {
    /// Offsets of the content: without quotes, and without spaces around it where it is not quoted.
    let range: Range<Int>
    /// Whether quotes are written twice within.
    let isEscaped: Bool
    /// Where the field begins in the file.
    let start: Int
  }

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private let path: String
  private var offset: Int

  /// - Throws: where the file is not text in UTF-8.
  init(_ bytes: [UInt8], delimiter: UInt8, path: String) throws(DatasetProblem) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.path = path
    offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    if let wrong = offsetOfInvalidUTF8(in: bytes) { throw .notUTF8(place(of: wrong)) }
    if let nul = bytes.firstIndex(of: 0) { throw .nulByte(place(of: nul)) }
  }

  /// The fields of the next record that is not an empty line; `nil` at the end.
  mutating func next() throws(DatasetProblem) -> [Field]? {
    while offset < bytes.count, isLineEnd(bytes[offset]) { offset += 1 }
    guard offset < bytes.count else { return nil }
    var fields: [Field] = []
    while true {
      fields.append(try field())
      guard offset < bytes.count, bytes[offset] == delimiter else { return fields }
      offset += 1
    }
  }

  /// The end of the record that was read last.
  var end: Int { offset }

  func text(of field: Field) -> String {
    let text = String(decoding: bytes[field.range], as: UTF8.self)
    return field.isEscaped
      ? text.split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"") : text
  }

  /// The number in a field, if it is one in decimal notation and finite in Float32.
  func number(in field: Field) -> Float? { decimalNumber(bytes[field.range]) }

  /// A 1-based line and column for messages.
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
    let column = String(decoding: bytes[lineStart..<max(offset, lineStart)], as: UTF8.self).count + 1
    return CSVPlace(path, line: line, column: column)
  }

  private mutating func field() throws(DatasetProblem) -> Field {
    let start = offset
    if offset < bytes.count, bytes[offset] == quote { return try quotedField() }
    while offset < bytes.count, bytes[offset] != delimiter, !isLineEnd(bytes[offset]) {
      if bytes[offset] == quote { throw .strayQuote(place(of: offset)) }
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
      while offset < bytes.count, bytes[offset] != quote { offset += 1 }
      guard offset < bytes.count else { throw .unclosedQuote(place(of: start)) }
      offset += 1
      guard offset < bytes.count, bytes[offset] == quote else { break }
      isEscaped = true
      offset += 1
    }
    let range = (start + 1)..<(offset - 1)
    if offset < bytes.count, bytes[offset] != delimiter, !isLineEnd(bytes[offset]) {
      throw .strayQuote(place(of: offset - 1))
    }
    return Field(range: range, isEscaped: isEscaped, start: start)
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")) && byte != delimiter
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == newline || byte == carriageReturn }
}

private let quote = UInt8(ascii: "\"")
private let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")

private func offsetOfInvalidUTF8(in bytes: [UInt8]) -> Int? {
  if String(validating: bytes, as: UTF8.self) != nil { return nil }
  var parser = Unicode.UTF8.ForwardParser()
  var iterator = bytes.makeIterator()
  var offset = 0
  while true {
    switch parser.parseScalar(from: &iterator) {
    case .valid(let scalar): offset += scalar.count
    case .error, .emptyInput: return offset
    }
  }
}
