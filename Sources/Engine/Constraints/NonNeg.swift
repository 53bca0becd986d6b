import Options

/// Replaces negative weights with zero.
package struct NonNeg: Constraint {
  package static let name = "non_neg"
  package static let abstract = "Replaces negative weights with zero."

  package init(_ options: inout OptionReader) {}

  package func apply(to weights: ConstrainedWeights) {
    // A number that is none stays, so that the loss shows it.
    weights.replace { $0 < 0 ? 0 : $0 }
  }
}
