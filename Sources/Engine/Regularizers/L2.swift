import Options

/// `l2 · Σx²`: all weights stay small (ridge regression; Hoerl and Kennard, 1970).
package struct L2: Regularizer {
  package static let name = "l2"
  package static let abstract = "Adds the sum of the squares to the loss, times a factor."

  package let l2: Double

  package init(l2: Double = 0.01) { self.l2 = l2 }

  package init(_ options: inout OptionReader) {
    l2 = options.readPenaltyFactor("l2", of: "squares", default: 0.01)
  }
}
