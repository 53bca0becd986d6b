import Options

/// `max(1 − t y, 0)²` for a target t of 1 or −1, averaged over the outputs. A target of 0 counts as −1, as in ``Hinge``.
package struct SquaredHinge: OutputwiseLoss {
  package static let name = "squared_hinge"
  package static let abstract =
    "Like hinge with squares, so that an output far on the wrong side counts more."

  package init() {}
  package init(_ options: inout OptionReader) {}

  func value(_ y: Float, _ t: Float, _ f: Float) -> Float { HingeTarget.gap(y, t) * HingeTarget.gap(y, t) }

  func slope(_ y: Float, _ t: Float, _ f: Float) -> Float {
    -2 * HingeTarget.sign(t) * HingeTarget.gap(y, t)
  }
}
