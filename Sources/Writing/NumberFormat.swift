import Foundation

/// The formats of numbers for people, on the page and in the terminal: the same for every reader, regardless
/// of the machine's locale.
///
/// Thousands are grouped by commas, and the sign of a negative number is a minus (U+2212). Source text, JSON
/// and coordinates, which programs read, are written elsewhere, with a hyphen.
package enum NumberFormat {
  /// Returns a number with a fixed count of decimal digits, halves rounded away from zero.
  ///
  /// - Parameter isGrouped: `false` for numbers that may be years or identifiers.
  package static func fixed(_ number: Double, digits: Int, isGrouped: Bool = true) -> String {
    guard number.isFinite else { return number.isNaN ? "NaN" : sign(of: number) + "∞" }
    guard number.magnitude < 1e15 else { return scientific(number, digits: 3) }
    let text = String(format: "%.\(min(max(digits, 0), 17))f", withTiesUp(number.magnitude, digits))
    let isZero = !text.contains { $0 != "0" && $0 != "." }
    return (isZero ? "" : sign(of: number)) + (isGrouped ? grouped(text) : text)
  }

  /// Returns a number whose halves are no longer slightly below the half in binary, as 11.35 is: without it a share of
  /// 0.1135 would be 11.3% in one place and 11.4% in another, where it was computed in another way.
  private static func withTiesUp(_ number: Double, _ digits: Int) -> Double {
    digits < 12 && number < 1e12 ? number + 4 * number.ulp : number
  }

  package static func integer(_ number: Int) -> String {
    (number < 0 ? minus : "") + grouped(String(number.magnitude))
  }

  /// Returns a share between 0 and 1 in percent.
  package static func percent(_ share: Double, digits: Int, isGrouped: Bool = true) -> String {
    let text = fixed(share * 100, digits: digits, isGrouped: isGrouped)
    return share.isFinite ? text + "%" : text
  }

  /// Returns a number with three digits, and a power of ten if it is far from 1.
  package static func magnitude(_ number: Double) -> String {
    guard number.isFinite, number != 0 else { return fixed(number, digits: 0) }
    var exponent = Int(log10(number.magnitude).rounded(.down))
    // The power is that of the rounded number, as 0.9999 is written like 1.
    if withTiesUp(number.magnitude / pow(10, Double(exponent)), 2) >= 9.995 { exponent += 1 }
    if (-2...3).contains(exponent) { return fixed(number, digits: 2 - min(exponent, 2)) }
    return "\(fixed(number / pow(10, Double(exponent)), digits: 2)) × \(powerOfTen(exponent))"
  }

  /// Returns a number from 1 to 10 with some decimal digits and a power of ten, joined by no-break spaces.
  package static func scientific(_ number: Double, digits: Int) -> String {
    guard number.isFinite else { return fixed(number, digits: digits) }
    return sign(of: number) + withPower(String(format: "%.\(min(max(digits, 0), 17))e", number.magnitude))
  }

  /// Returns a number without a requested format: whole ones with all their digits; others with four decimals
  /// or, below 1, four significant digits, with a power of ten instead of many zeros.
  package static func plain(_ number: Double) -> String {
    guard number.isFinite, number.magnitude < 1e15 else { return fixed(number, digits: 0) }
    if number == number.rounded() { return fixed(number, digits: 0, isGrouped: false) }
    if number.magnitude >= 1 { return withoutEndingZeros(fixed(number, digits: 4, isGrouped: false)) }
    return sign(of: number) + withPower(String(format: "%.4g", number.magnitude))
  }

  /// Returns a number of the data: whole ones with all their digits, others with four significant digits.
  package static func significant(_ number: Double) -> String {
    guard number != number.rounded(), number.isFinite else { return fixed(number, digits: 0) }
    let digits = 3 - Int(log10(number.magnitude).rounded(.down))
    if digits >= 9 { return scientific(number, digits: 3) }
    return digits > 0 ? withoutEndingZeros(fixed(number, digits: digits)) : fixed(number, digits: 0)
  }

  /// Returns a power of ten, such as 10⁻⁶.
  package static func powerOfTen(_ exponent: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let raised = String(exponent.magnitude).compactMap { $0.wholeNumberValue.map { digits[$0] } }
    return "10" + (exponent < 0 ? "⁻" : "") + String(raised)
  }

  /// Returns a number with a decimal point without its trailing zeros.
  package static func withoutEndingZeros(_ text: String) -> String {
    guard text.contains(".") else { return text }
    return String(text.reversed().drop { $0 == "0" }.drop { $0 == "." }.reversed())
  }

  private static let minus = "\u{2212}"

  private static func sign(of number: Double) -> String { number < 0 ? minus : "" }

  /// Replaces an exponent as C formats it with a power of ten.
  private static func withPower(_ text: String) -> String {
    let parts = text.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return text }
    return "\(parts[0])\u{A0}×\u{A0}\(powerOfTen(exponent))"
  }

  /// Returns a number with commas between groups of three digits.
  private static func grouped(_ text: String) -> String {
    let whole = text.prefix { $0 != "." }
    guard whole.count > 3 else { return text }
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return grouped + text.dropFirst(whole.count)
  }
}
