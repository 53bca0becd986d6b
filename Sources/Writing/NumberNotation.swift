import Foundation

/// The notation that the numbers of a column share, so that they are compared digit by digit: equally many decimals,
/// or a power of ten for each where they lie too far apart.
package struct NumberNotation: Sendable, Hashable {
  private enum Form: Sendable, Hashable {
    case fixed(Int)
    case scientific
  }

  /// The part of the largest number below which others are zero but for rounding.
  private static let rounding = 1e-14

  private let form: Form
  /// The size from which a number counts as more than zero.
  private let least: Double

  /// Creates the notation that shows three digits of the smallest number, without zeros at the end of all.
  package init(of numbers: [Double]) {
    let sizes = numbers.map(\.magnitude).filter { $0.isFinite && $0 > 0 }
    least = (sizes.max() ?? 0) * Self.rounding
    let shown = sizes.filter { [least] in $0 >= least }
    guard let smallest = shown.min().map(Self.exponent), let largest = shown.max().map(Self.exponent) else {
      form = .fixed(0)
      return
    }
    guard smallest >= -3, largest <= 5, largest - smallest <= 3 else {
      form = .scientific
      return
    }
    let digits = max(0, 2 - smallest)
    let zeros = shown.map { NumberFormat.fixed($0, digits: digits).reversed().prefix { $0 == "0" }.count }
    form = .fixed(max(0, digits - (zeros.min() ?? 0)))
  }

  /// The most decimals to which a number that was written with fewer is filled up.
  private static let mostDecimals = 4

  /// Creates the notation of numbers that have been written already: that with the most decimals, or powers of ten
  /// if one of them has an exponent.
  ///
  /// - Returns: `nil` if one of them is not a number, or if zeros behind others would claim a precision they have not.
  package init?(ofWritten numbers: [String]) {
    guard !numbers.isEmpty, numbers.allSatisfy({ Double($0)?.isFinite == true }) else { return nil }
    least = 0
    let decimals = numbers.map { $0.split(separator: ".", maxSplits: 1).dropFirst().first?.count ?? 0 }
    let isScientific = numbers.contains { $0.lowercased().contains("e") }
    let most = decimals.max() ?? 0
    guard isScientific || most <= Self.mostDecimals else { return nil }
    form = isScientific ? .scientific : .fixed(most)
  }

  package func text(_ number: Double, isGrouped: Bool = true) -> String {
    guard number.isFinite, number != 0, number.magnitude >= least else {
      return NumberFormat.fixed(number.isFinite ? 0 : number, digits: zeroDigits)
    }
    return switch form {
    case .fixed(let digits): NumberFormat.fixed(number, digits: digits, isGrouped: isGrouped)
    case .scientific: NumberFormat.scientific(number, digits: 2)
    }
  }

  private var zeroDigits: Int {
    if case .fixed(let digits) = form { digits } else { 0 }
  }

  private static func exponent(_ size: Double) -> Int { Int(log10(size).rounded(.down)) }
}
