import CKernels

/// The non-zero numbers of a batch: rows of the index of all samples.
final class SparseBatch {
  /// The batch as the left factor of a product; `nil` before the first batch.
  private(set) var factor: tb_sparse?
  private var index: SparseIndex?

  /// - Parameter order: the samples of the batch, followed by those of later batches. It must outlive the batch.
  func set(_ index: SparseIndex, _ order: UnsafeBufferPointer<Int32>) {
    self.index = index
    factor = index.factor(order)
  }
}
