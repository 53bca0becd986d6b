/// A formatter for SVG coordinates, rounded to tenths and without trailing zeros.
enum SVGNumber {
  static func text(_ number: Double) -> String { text(tenths: tenths(number)) }

  /// Returns a number as a whole number of tenths; 0 for one that is not finite or too large for a drawing.
  static func tenths(_ number: Double) -> Int {
    number.isFinite && abs(number) < 1e12 ? Int((number * 10).rounded()) : 0
  }

  static func text(tenths: Int) -> String {
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return (tenths < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
  }
}
