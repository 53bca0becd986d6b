import NotebookResults
import Tuning
import Writing

/// A way to write a value in a sentence: `percent(1)` gives `94.6%`.
package struct ValueFormat: Sendable, Hashable {
  package enum Name: String, Sendable, CaseIterable {
    case percent, points, fixed, integer, scientific

    package var abstract: String {
      switch self {
      case .percent: "A share in percent, with the given number of digits after the point."
      case .points: "A difference of shares in percentage points."
      case .fixed: "A plain number with the given number of digits after the point."
      case .integer: "A whole number with its thousands separated."
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
    switch name {
    case .percent: NumberFormat.percent(number, digits: digits, isGrouped: false)
    case .points:
      NumberFormat.fixed(number * 100, digits: digits, isGrouped: false) + (number.isFinite ? "\u{A0}pp" : "")
    case .fixed: NumberFormat.fixed(number, digits: digits, isGrouped: false)
    case .integer: NumberFormat.fixed(number, digits: 0)
    case .scientific: NumberFormat.scientific(number, digits: digits)
    }
  }

  /// Returns a share as claims show it: in percent, without trailing zeros.
  static func share(_ number: Double) -> String {
    guard number.isFinite else { return NumberFormat.plain(number) }
    return NumberFormat.withoutEndingZeros(NumberFormat.fixed(number * 100, digits: 2, isGrouped: false))
      + "%"
  }

  /// Returns a value without a format: text as it is, numbers as `NumberFormat` writes them.
  package static func plain(_ value: Value) -> String {
    switch value {
    case .number(let number): NumberFormat.plain(number)
    case .integer(let integer): NumberFormat.plain(Double(integer))
    case .text(let text): text
    case .flag(let flag): String(flag)
    case .unknown: "–"
    case .series(let series): series.result.map(NumberFormat.plain) ?? "–"
    case .list(let values): "[" + values.map(plain).joined(separator: ", ") + "]"
    case .record(let fields):
      "{" + fields.map { "\($0.name): \(plain($0.value))" }.joined(separator: ", ") + "}"
    case .seeds(let seeds): Spread(of: seeds).map { NumberFormat.plain($0.mean) } ?? plain(value.mean)
    }
  }
}
