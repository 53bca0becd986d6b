import Options

/// `ln cosh(y − t)`, averaged over the outputs, computed as `e + ln(1 + e^−2e) − ln 2` with e = y − t.
package struct LogCosh: OutputwiseLoss {
  package static let name = "log_cosh"
  package static let abstract = "For numbers: much like huber, without a corner."

  package init() {}
  package init(_ options: inout OptionReader) {}

  static var valueFunction: ElementaryFunction? { .softplus }
  static var slopeFunction: ElementaryFunction? { .tanh }
  func valueArgument(_ y: Float, _ t: Float) -> Float { -2 * (y - t) }
  func slopeArgument(_ y: Float, _ t: Float) -> Float { y - t }

  func value(_ y: Float, _ t: Float, _ f: Float) -> Float { (y - t) + f - 0.6931472 }
  func slope(_ y: Float, _ t: Float, _ f: Float) -> Float { f }
}
