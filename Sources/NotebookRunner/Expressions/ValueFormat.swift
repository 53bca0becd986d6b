import Foundation
import NotebookResults

/// How a value is written in a sentence: `percent(1)` gives `94.6 %`.
package struct ValueFormat: Sendable, Hashable {
  package enum Name: String, Sendable, CaseIterable {
    case percent, points, fixed, integer, scientific

    package var abstract: String {
      switch self {
      case .percent: "A share in percent, with so many digits behind the point."
      case .points: "A difference of shares in percentage points."
      case .fixed: "A plain number with so many digits behind the point."
      case .integer: "A whole number, its thousands apart."
      case .scientific: "A number as digits and a power of ten."
      }
    }
  }

  package let name: Name
  package let digits: Int

  package init(_ name: Name, digits: Int) {
    self.name = name
    self.digits = digits
  }

  package func text(_ number: Double) -> String {
    guard number.isFinite else { return number.isNaN ? "NaN" : number < 0 ? "−∞" : "∞" }
    return switch name {
    case .percent: Self.fixed(number * 100, digits) + "\u{A0}%"
    case .points: Self.fixed(number * 100, digits) + "\u{A0}pp"
    case .fixed: Self.fixed(number, digits)
    case .integer: Self.grouped(number)
    case .scientific: Self.scientific(number, digits)
    }
  }

  private static func scientific(_ number: Double, _ digits: Int) -> String {
    let parts = String(format: "%.\(digits)e", number).split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else {
      return String(format: "%.\(digits)e", number)
    }
    return "\(parts[0])\u{A0}×\u{A0}\(powerOfTen(exponent))"
  }

  /// A share as claims show it: in percent, without zeros at its end.
  static func share(_ number: Double) -> String {
    guard number.isFinite else { return ValueFormat(.percent, digits: 0).text(number) }
    return withoutEndingZeros(fixed(number * 100, 2)) + "\u{A0}%"
  }

  /// A value without a format: text as it is, whole numbers plainly, others to four digits, behind the point or, below
  /// 1, behind its zeros, which many of them turn into a power of ten.
  package static func plain(_ value: Value) -> String {
    switch value {
    case .number(let number):
      spelled(number)
    case .integer(let integer): String(integer)
    case .text(let text): text
    case .flag(let flag): String(flag)
    case .unknown: "–"
    case .series(let values, _): values.last.map { plain(.number($0)) } ?? "–"
    case .list(let values): "[" + values.map(plain).joined(separator: ", ") + "]"
    case .record(let fields):
      "{" + fields.map { "\($0.name): \(plain($0.value))" }.joined(separator: ", ") + "}"
    }
  }

  private static func spelled(_ number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
    guard number.isFinite else { return ValueFormat(.fixed, digits: 0).text(number) }
    if abs(number) >= 1 { return withoutEndingZeros(fixed(number, 4)) }
    let parts = String(format: "%.4g", number).split(separator: "e").map(String.init)
    guard parts.count == 2, let exponent = Int(parts[1]) else { return parts[0] }
    return "\(parts[0])\u{A0}×\u{A0}\(powerOfTen(exponent))"
  }

  /// A number with a point, without the zeros behind it that say nothing.
  private static func withoutEndingZeros(_ text: String) -> String {
    String(text.reversed().drop { $0 == "0" }.drop { $0 == "." }.reversed())
  }

  private static func fixed(_ number: Double, _ digits: Int) -> String {
    let text = String(format: "%.\(digits)f", number)
    return text.drop { "-0.".contains($0) }.isEmpty && text.hasPrefix("-") ? String(text.dropFirst()) : text
  }

  private static func grouped(_ number: Double) -> String {
    let digits = String(format: "%.0f", abs(number))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return number < 0 && text != "0" ? "-" + text : text
  }
}
