import Foundation
import NotebookResults

/// How the page writes numbers: the same for every reader, whatever the machine's locale.
enum NumberFormat {
  /// With a fixed count of digits after the point; correctly rounded from the binary value.
  static func fixed(_ number: Double, digits: Int) -> String {
    guard number.isFinite else { return number.isNaN ? "NaN" : number < 0 ? "−∞" : "∞" }
    guard number.magnitude < 1e15 else { return String(format: "%.3e", number) }
    let digits = min(max(digits, 0), 12)
    let text = String(format: "%.\(digits)f", number.magnitude)
    let isZero = !text.contains { $0 != "0" && $0 != "." }
    return (number < 0 && !isZero ? "−" : "") + grouped(text)
  }

  /// Three digits, and a power of ten where the number is far from 1.
  static func magnitude(_ number: Double) -> String {
    guard number.isFinite, number != 0 else { return fixed(number, digits: 0) }
    let exponent = Int(log10(number.magnitude).rounded(.down))
    if (-2...3).contains(exponent) { return fixed(number, digits: 2 - min(exponent, 2)) }
    return "\(fixed(number / pow(10, Double(exponent)), digits: 2)) × \(powerOfTen(exponent))"
  }

  static func integer(_ number: Int) -> String {
    (number < 0 ? "−" : "") + grouped(String(number.magnitude))
  }

  /// A share between 0 and 1.
  static func percent(_ share: Double, digits: Int) -> String {
    share.isFinite ? fixed(share * 100, digits: digits) + "\u{A0}%" : fixed(share, digits: digits)
  }

  /// With commas between groups of three digits.
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
