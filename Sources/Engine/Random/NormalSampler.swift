/// Standard normal numbers by inversion. Number i depends on word i of the stream alone.
enum NormalSampler {
  /// Returns standard normal numbers; the resolution of the words keeps them within ±6.4.
  static func standard(_ count: Int, from stream: RandomStream) -> [Float] {
    stream.words(count).map(standard)
  }

  /// Returns the standard normal number of a word.
  static func standard(_ word: UInt32) -> Float { Float(inverse(probability(word))) }

  /// Returns standard normal numbers truncated to ±2.
  static func truncated(_ count: Int, from stream: RandomStream) -> [Float] {
    // Φ(−2), the share cut off on either side.
    let tail = 0.022750131948179207
    return stream.words(count).map { Float(inverse(tail + (1 - 2 * tail) * probability($0))) }
  }

  /// Returns the middle of the interval of (0, 1) that a word stands for.
  private static func probability(_ word: UInt32) -> Double { (Double(word) + 0.5) * 0x1p-32 }

  /// Returns a quantile of the standard normal distribution, Φ⁻¹(p), by Wichura's algorithm AS 241 (PPND16), whose
  /// relative error is about 1e-16.
  private static func inverse(_ p: Double) -> Double {
    let q = p - 0.5
    if abs(q) <= 0.425 {
      let r = 0.180625 - q * q
      return q * ratio(r, central.top, central.bottom)
    }
    let r = (-naturalLog(min(p, 1 - p))).squareRoot()
    let magnitude =
      r <= 5 ? ratio(r - 1.6, middle.top, middle.bottom) : ratio(r - 5, far.top, far.bottom)
    return q < 0 ? -magnitude : magnitude
  }

  private static func ratio(_ x: Double, _ top: [Double], _ bottom: [Double]) -> Double {
    polynomial(x, top) / polynomial(x, bottom)
  }

  private static func polynomial(_ x: Double, _ coefficients: [Double]) -> Double {
    coefficients.reversed().reduce(0) { $0 * x + $1 }
  }

  /// Returns ln x for normal positive x, by the series of artanh, so that no library's rounding shows.
  private static func naturalLog(_ x: Double) -> Double {
    var exponent = Double(x.exponent)
    var m = x.significand
    if m > 1.4142135623730951 {
      m /= 2
      exponent += 1
    }
    let s = (m - 1) / (m + 1)
    let s2 = s * s
    var sum = 0.0
    for n in stride(from: 27, through: 1, by: -2) { sum = sum * s2 + 1 / Double(n) }
    return exponent * 0.6931471805599453 + 2 * s * sum
  }

  private static let central = (
    top: [
      3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
      4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3,
    ],
    bottom: [
      1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
      2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3,
    ]
  )

  private static let middle = (
    top: [
      1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
      1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2,
      7.74545014278341407640e-4,
    ],
    bottom: [
      1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
      1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
      1.05075007164441684324e-9,
    ]
  )

  private static let far = (
    top: [
      6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
      2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5,
      2.01033439929228813265e-7,
    ],
    bottom: [
      1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
      7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
      2.04426310338993978564e-15,
    ]
  )
}
