import Options

/// `l1 · Σ|x| + l2 · Σx²` (elastic net; Zou and Hastie, 2005). Both factors are 0 unless given, as in Keras.
package struct L1L2: Regularizer {
  package static let name = "l1_l2"
  package static let abstract = "Adds the sums of the magnitudes and of the squares, each times a factor."
  package static let exampleOptions: OptionValue = ["l1": 0.0001, "l2": 0.001]

  package let l1: Double
  package let l2: Double

  package init(l1: Double = 0, l2: Double = 0) {
    self.l1 = l1
    self.l2 = l2
  }

  package init(_ options: inout OptionReader) {
    l1 = options.readPenaltyFactor("l1", of: "magnitudes", default: 0)
    l2 = options.readPenaltyFactor("l2", of: "squares", default: 0)
  }
}
