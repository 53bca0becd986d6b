import Options

/// `max(1 − t y, 0)` for a target t of 1 or −1, averaged over the outputs. A target of 0 counts as −1, so that classes are
/// 1 for the right output and −1 for all others.
package struct Hinge: OutputwiseLoss {
  package static let name = "hinge"
  package static let abstract =
    "For classes as in a support vector machine: how far each output is from the right side of 1 and −1."

  package init() {}
  package init(_ options: inout OptionReader) {}

  func value(_ y: Float, _ t: Float, _ f: Float) -> Float { HingeTarget.gap(y, t) }
  func slope(_ y: Float, _ t: Float, _ f: Float) -> Float {
    HingeTarget.gap(y, t) == 0 ? 0 : -HingeTarget.sign(t)
  }
}
