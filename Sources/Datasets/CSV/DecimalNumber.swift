/// Returns a number in decimal notation, such as `-12.5e3`; `nil` for other text, and for numbers beyond `Float`.
///
/// With up to 15 digits and a power of ten up to 22, both factors are exact as `Double` and a single rounding is right
/// (Clinger, "How to read floating point numbers accurately", 1990). Other numbers take a slower path.
func decimalNumber(_ bytes: ArraySlice<UInt8>) -> Float? {
  var rest = bytes
  let isNegative = rest.first == UInt8(ascii: "-")
  if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
  var mantissa = UInt64(0)
  var digits = 0
  var significant = 0
  var exponent = 0
  func take(fraction: Bool) {
    while let byte = rest.first, byte >= 48, byte <= 57 {
      digits += 1
      if significant > 0 || byte != 48 { significant += 1 }
      if significant <= 18 { mantissa = mantissa * 10 + UInt64(byte - 48) }
      if fraction { exponent -= 1 }
      rest = rest.dropFirst()
    }
  }
  take(fraction: false)
  if rest.first == UInt8(ascii: ".") {
    rest = rest.dropFirst()
    take(fraction: true)
  }
  guard digits > 0 else { return nil }
  if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
    guard let written = Int(String(decoding: rest.dropFirst(), as: UTF8.self)) else { return nil }
    (exponent, _) = exponent.addingReportingOverflow(written)
    rest = []
  }
  guard rest.isEmpty else { return nil }
  let magnitude: Double
  if significant <= 15, exponent.magnitude <= 22 {
    magnitude =
      exponent < 0 ? Double(mantissa) / powersOfTen[-exponent] : Double(mantissa) * powersOfTen[exponent]
  } else if let parsed = Double(
    String(decoding: bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes, as: UTF8.self))
  {
    magnitude = parsed
  } else {
    return nil
  }
  let number = Float(isNegative ? -magnitude : magnitude)
  return number.isFinite ? number : nil
}

/// The powers of ten that are exact as `Double`.
private let powersOfTen: [Double] = (0..<22).reduce(into: [1]) { powers, index in
  powers.append(powers[index] * 10)
}
