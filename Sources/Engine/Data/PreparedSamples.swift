/// Samples prepared for repeated reading: as they are, or with an index of their non-zero numbers if most are zero.
final class PreparedSamples: Sendable {
  let samples: Samples
  let index: SparseIndex?

  init(_ samples: Samples, mayBeSparse: Bool) {
    self.samples = samples
    index = mayBeSparse ? samples.sparseIndex : nil
  }
}
