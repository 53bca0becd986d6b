import CKernels

/// The inputs of one batch, taken from all samples.
final class BatchInput {
  let signal: Signal
  private let width: Int

  init(shape: [Int], capacity: Int, isSparse: Bool) {
    width = shape.reduce(1, *)
    signal =
      isSparse
      ? Signal(sparse: SparseBatch(), shape: shape)
      : Signal(inputs: shape, rows: capacity)
  }

  /// - Parameters:
  ///   - order: the samples of the batch, followed by those of later batches. It must outlive the batch.
  ///   - rows: the number of samples in the batch.
  func gather(_ prepared: PreparedSamples, _ order: UnsafeBufferPointer<Int32>, rows: Int) {
    if let batch = signal.sparse {
      if let index = prepared.index { batch.set(index, order) }
      return
    }
    switch prepared.samples.storage {
    case .bytes(let bytes, let scale):
      bytes.withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return }
        for row in 0..<rows {
          tb_convert_bytes(base + Int(order[row]) * width, width, scale, signal.value.row(row))
        }
      }
    case .floats(let floats):
      floats.withUnsafeBufferPointer { floats in
        guard let base = floats.baseAddress else { return }
        for row in 0..<rows {
          signal.value.row(row).update(from: base + Int(order[row]) * width, count: width)
        }
      }
    }
  }
}
