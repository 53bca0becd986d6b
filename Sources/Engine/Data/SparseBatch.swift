import CKernels

/// The non-zero numbers of a batch: some rows of the index of all samples.
final class SparseBatch {
  /// As the left factor of a product; `nil` before the first batch.
  private(set) var factor: tb_sparse?
  private var index: SparseIndex?

  /// - Parameter order: the batch's samples, and further ones that will come; it must outlive the batch.
  func set(_ index: SparseIndex, _ order: UnsafeBufferPointer<Int32>) {
    self.index = index
    factor = index.factor(order)
  }
}
