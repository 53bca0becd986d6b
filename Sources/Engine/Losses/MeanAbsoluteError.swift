import Options

/// `|y − t|`, averaged over the outputs.
package struct MeanAbsoluteError: OutputwiseLoss {
  package static let name = "mean_absolute_error"
  package static let abstract =
    "For numbers: how far each output is off, so that a few far ones count for little."

  package init() {}
  package init(_ options: inout OptionReader) {}

  func value(_ y: Float, _ t: Float, _ f: Float) -> Float { abs(y - t) }
  func slope(_ y: Float, _ t: Float, _ f: Float) -> Float { y == t ? 0 : y < t ? -1 : 1 }
}
