/// Rounding to decimal digits with the same result on every machine, so that settings read well.
enum SignificantDigits {
  /// Returns the number closest to a decimal number of some significant digits; those beyond 1e±290 stay as they are.
  ///
  /// - Parameter count: at most 15.
  static func round(_ x: Double, to count: Int) -> Double {
    guard (1e-290...1e290).contains(abs(x)) else { return x }
    var exponent = Int((Double(x.exponent) * 0.30102999566398120).rounded(.down))
    if abs(x) >= powerOfTen(exponent + 1) { exponent += 1 }
    let shift = count - 1 - exponent
    let digits = (shift >= 0 ? x * powerOfTen(shift) : x / powerOfTen(-shift)).rounded()
    // With an exact power of ten, the number is rounded once.
    if exactPowers.indices.contains(abs(shift)) {
      return shift >= 0 ? digits / exactPowers[shift] : digits * exactPowers[-shift]
    }
    return Double("\(Int(digits))e\(-shift)") ?? x
  }

  private static func powerOfTen(_ exponent: Int) -> Double {
    if exactPowers.indices.contains(exponent) { return exactPowers[exponent] }
    if exactPowers.indices.contains(-exponent) { return 1 / exactPowers[-exponent] }
    return Double("1e\(exponent)") ?? .infinity
  }

  /// 1, 10, 100, … 10²², the powers of ten that are numbers in `Double`.
  private static let exactPowers: [Double] = (1...22).reduce(into: [1]) { powers, _ in
    powers.append((powers.last ?? 1) * 10)
  }
}
