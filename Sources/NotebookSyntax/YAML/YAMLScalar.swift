import Options

/// Returns a plain scalar's value in YAML 1.2's core schema (section 10.3.2): `yes`, `no` and `on` are text.
///
/// An integer too large for 64 bits becomes a number.
func coreSchemaContent(_ text: String) -> OptionValue.Content {
  switch text {
  case "", "~", "null", "Null", "NULL": return .null
  case "true", "True", "TRUE": return .flag(true)
  case "false", "False", "FALSE": return .flag(false)
  case ".nan", ".NaN", ".NAN": return .number(.nan)
  default: break
  }
  let isNegative = text.hasPrefix("-")
  let unsigned = isNegative || text.hasPrefix("+") ? text.dropFirst() : text[...]
  if [".inf", ".Inf", ".INF"].contains(unsigned) { return .number(isNegative ? -.infinity : .infinity) }
  for (prefix, radix) in [("0x", 16), ("0o", 8)] where text.hasPrefix(prefix) {
    let digits = text.dropFirst(2)
    guard digits.allSatisfy({ $0.isASCII && $0.isHexDigit }), let integer = Int(digits, radix: radix) else {
      break
    }
    return .integer(integer)
  }
  guard isDecimal(unsigned) else { return .text(text) }
  if unsigned.allSatisfy(\.isWholeNumber), let integer = Int(text) { return .integer(integer) }
  return Double(text).map { .number($0) } ?? .text(text)
}

/// Returns true if a text is digits with at most one point among or around them and an optional exponent.
private func isDecimal(_ text: Substring) -> Bool {
  var rest = Array(text.utf8)[...]
  func takeDigits() -> Int {
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    rest = rest.dropFirst(digits.count)
    return digits.count
  }
  var digits = takeDigits()
  if rest.first == UInt8(ascii: ".") {
    rest = rest.dropFirst()
    digits += takeDigits()
  }
  guard digits > 0 else { return false }
  if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
    rest = rest.dropFirst()
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    guard takeDigits() > 0 else { return false }
  }
  return rest.isEmpty
}
