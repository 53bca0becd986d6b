/// Samples as training reads them over and over: as they are, or by an index of their non-zero numbers where
/// most are zero.
final class PreparedSamples: Sendable {
  let samples: Samples
  let index: SparseIndex?

  init(_ samples: Samples, mayBeSparse: Bool) {
    self.samples = samples
    index = mayBeSparse ? samples.sparseIndex : nil
  }
}
