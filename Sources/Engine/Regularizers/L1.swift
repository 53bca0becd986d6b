import Options

/// `l1 · Σ|x|`: many weights become zero (lasso; Tibshirani, 1996).
package struct L1: Regularizer {
  package static let name = "l1"
  package static let abstract = "Adds the sum of the magnitudes to the loss, times a factor."

  package let l1: Double

  package init(l1: Double = 0.01) { self.l1 = l1 }

  package init(_ options: inout OptionReader) {
    l1 = options.readPenaltyFactor("l1", of: "magnitudes", default: 0.01)
  }
}
