extension Mathematics {
  /// Returns a quantile of the standard normal distribution, Φ⁻¹(p), by Wichura's algorithm AS 241 (PPND16), whose
  /// relative error is about 1e-16.
  ///
  /// - Parameter p: a number between 0 and 1, neither of which it is.
  package static func normalQuantile(_ p: Double) -> Double {
    let q = p - 0.5
    if abs(q) <= 0.425 {
      let r = 0.180625 - q * q
      return q * ratio(r, centralCoefficients.top, centralCoefficients.bottom)
    }
    let r = (-plainLog(min(p, 1 - p))).squareRoot()
    let magnitude =
      r <= 5
      ? ratio(r - 1.6, middleCoefficients.top, middleCoefficients.bottom)
      : ratio(r - 5, farCoefficients.top, farCoefficients.bottom)
    return q < 0 ? -magnitude : magnitude
  }

  private static func ratio(_ x: Double, _ top: [Double], _ bottom: [Double]) -> Double {
    polynomial(x, top) / polynomial(x, bottom)
  }

  private static func polynomial(_ x: Double, _ coefficients: [Double]) -> Double {
    coefficients.reversed().reduce(0) { $0 * x + $1 }
  }

  /// Returns ln x for normal positive x, by the series of artanh. Its last bit differs from that of ``naturalLog(_:)``,
  /// and initial weights depend on it.
  private static func plainLog(_ x: Double) -> Double {
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

  private static let centralCoefficients = (
    top: [
      3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
      4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3,
    ],
    bottom: [
      1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
      2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3,
    ]
  )

  private static let middleCoefficients = (
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

  private static let farCoefficients = (
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
