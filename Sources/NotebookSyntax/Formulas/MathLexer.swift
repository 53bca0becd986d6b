/// A sign, a word or a number of a formula.
struct MathToken: Hashable {
  enum Kind: Hashable {
    /// The name of a command, without the backslash.
    case command(String)
    case letter(String)
    case number(String)
    case sign(Character)
    /// Two backslashes, which start a new row.
    case newRow
  }

  let kind: Kind
  /// The UTF-8 offsets in the formula.
  let range: Range<Int>
}

/// Splits a formula into tokens, from left to right.
struct MathLexer {
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var end: Int { bytes.count }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// - Parameter digit: true to take a single digit, as TeX does for arguments without braces.
  mutating func next(digit: Bool = false) -> MathToken? {
    skipSpaces()
    guard position < bytes.count else { return nil }
    let start = position
    let kind: MathToken.Kind
    switch bytes[position] {
    case UInt8(ascii: "\\"): kind = command()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): kind = number(digit: digit)
    default:
      let scalar = scalar()
      kind = scalar.properties.isAlphabetic ? .letter(String(scalar)) : .sign(Character(scalar))
    }
    return MathToken(kind: kind, range: start..<position)
  }

  /// Returns the next token without consuming it.
  func peek() -> MathToken? {
    var copy = self
    return copy.next()
  }

  mutating func skip(to offset: Int) { position = offset }

  /// Returns the offset of the brace that closes the one just before the position, or `nil` if there is none.
  func closingBrace() -> Int? {
    var depth = 1
    var offset = position
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\\"): offset += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      default: break
      }
      if depth == 0 { return offset }
      offset += 1
    }
    return nil
  }

  private mutating func skipSpaces() {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
  }

  private mutating func command() -> MathToken.Kind {
    position += 1
    let start = position
    while position < bytes.count, isLetter(bytes[position]) { position += 1 }
    if position > start {
      if position < bytes.count, bytes[position] == UInt8(ascii: "*"),
        text(start..<position) == "operatorname"
      {
        position += 1
      }
      return .command(text(start..<position))
    }
    guard position < bytes.count else { return .sign("\\") }
    let scalar = scalar()
    return scalar == "\\" ? .newRow : .command(String(scalar))
  }

  private mutating func number(digit: Bool) -> MathToken.Kind {
    let start = position
    position += 1
    while !digit, position < bytes.count {
      let isPoint = bytes[position] == UInt8(ascii: ".")
      let digitPlace = isPoint ? position + 1 : position
      guard digitPlace < bytes.count, isDigit(bytes[digitPlace]) else { break }
      position = digitPlace + 1
    }
    return .number(text(start..<position))
  }

  private mutating func scalar() -> Unicode.Scalar {
    let rest = String(decoding: bytes[position..<min(position + 4, bytes.count)], as: UTF8.self)
    let scalar = rest.unicodeScalars.first ?? "\u{FFFD}"
    position += UTF8.width(scalar)
    return scalar
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
