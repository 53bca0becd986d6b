import Diagnostics
import Options

/// A word or sign of an expression.
struct ExpressionToken: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case number(Double)
    case name(String)
    case text(String)
    case sign(String)
    case end
  }

  let kind: Kind
  let range: SourceRange

  /// The token's name in messages.
  var description: String {
    switch kind {
    case .number(let number): "\(OptionValue(.number(number)))"
    case .name(let name): "\"\(name)\""
    case .text(let text): "'\(text)'"
    case .sign(let sign): "\"\(sign)\""
    case .end: "the end"
    }
  }
}

/// Splits an expression into tokens.
enum ExpressionLexer {
  private static let signs = [
    "<=", ">=", "==", "!=", "..", "<", ">", "+", "-", "*", "/", "(", ")", "[", "]", ".", ",", "|",
  ]

  /// - Throws: the problem with its place if a character begins no token.
  static func tokens(of text: SourceText) throws(PlacedProblem) -> [ExpressionToken] {
    let bytes = Array(text.text.utf8)
    var tokens: [ExpressionToken] = []
    var position = 0
    func slice(_ end: Int) -> String { String(decoding: bytes[position..<end], as: UTF8.self) }
    func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    func isLetter(_ byte: UInt8) -> Bool {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
    }
    while position < bytes.count {
      let byte = bytes[position]
      var end = position + 1
      let kind: ExpressionToken.Kind
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") || byte == 13 {
        position = end
        continue
      } else if isDigit(byte) {
        while end < bytes.count, isDigit(bytes[end]) { end += 1 }
        if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "."), isDigit(bytes[end + 1]) {
          end += 1
          while end < bytes.count, isDigit(bytes[end]) { end += 1 }
        }
        end = exponentEnd(bytes, from: end) ?? end
        var number = Double(slice(end)) ?? .nan
        if let unit = unitEnd(bytes, from: end) { (number, end) = (number / 100, unit) }
        kind = .number(number)
      } else if isLetter(byte) {
        while end < bytes.count, isLetter(bytes[end]) || isDigit(bytes[end]) { end += 1 }
        kind = .name(slice(end))
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        while end < bytes.count, bytes[end] != byte { end += 1 }
        guard end < bytes.count else {
          throw PlacedProblem(.unclosedText, at: text.range(of: position..<bytes.count))
        }
        kind = .text(String(decoding: bytes[position + 1..<end], as: UTF8.self))
        end += 1
      } else if let sign = signs.first(where: { bytes[position...].starts(with: $0.utf8) }) {
        kind = .sign(sign)
        end = position + sign.utf8.count
      } else {
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        if byte == UInt8(ascii: "=") {
          if end < bytes.count, bytes[end] == UInt8(ascii: ">") || bytes[end] == UInt8(ascii: "<") {
            let sign = "\(UnicodeScalar(bytes[end]))="
            throw PlacedProblem(
              .misspelledSign("=\(sign.prefix(1))", meant: sign), at: text.range(of: position..<end + 1))
          }
          throw PlacedProblem(.misspelledSign("=", meant: "=="), at: text.range(of: position..<end))
        }
        if let meant = ["≥": ">=", "≤": "<=", "≠": "!="][slice(end)] {
          throw PlacedProblem(.misspelledSign(slice(end), meant: meant), at: text.range(of: position..<end))
        }
        if byte == UInt8(ascii: ":") { throw PlacedProblem(.noFormat, at: text.range(of: position..<end)) }
        throw PlacedProblem(
          .unexpected("\"\(slice(end))\"", expected: "a name, a number or an operator"),
          at: text.range(of: position..<end))
      }
      tokens.append(ExpressionToken(kind: kind, range: text.range(of: position..<end)))
      position = end
    }
    let end = tokens.last?.range.end ?? text.range.end
    tokens.append(ExpressionToken(kind: .end, range: SourceRange(end, end)))
    return tokens
  }

  /// Returns the end of `%` or `pp` at an offset or after spaces, or `nil` if there is neither.
  private static func unitEnd(_ bytes: [UInt8], from offset: Int) -> Int? {
    let rest = bytes[offset...].drop { $0 == UInt8(ascii: " ") }
    let unit = ["%", "pp"].first { rest.starts(with: $0.utf8) }
    return unit.map { rest.startIndex + $0.utf8.count }
  }

  /// Returns the end of an exponent such as `e-3` at an offset, or `nil` if there is none.
  private static func exponentEnd(_ bytes: [UInt8], from offset: Int) -> Int? {
    guard offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") else { return nil }
    var end = offset + 1
    if end < bytes.count, bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: "+") { end += 1 }
    let digits = bytes[end...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    return digits > 0 ? end + digits : nil
  }
}

/// A problem and its place.
package struct PlacedProblem: Error {
  package let problem: ExpressionProblem
  package let range: SourceRange

  init(_ problem: ExpressionProblem, at range: SourceRange) {
    self.problem = problem
    self.range = range
  }

  var diagnostic: Diagnostic { Diagnostic(problem, at: range) }
}
