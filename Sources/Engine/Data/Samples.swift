/// Inputs of a network: `count` samples of one shape, in row order.
///
/// Bytes stay bytes until a kernel reads them, as `Float(byte) * scale`: a fourth of the memory, and zeros stay
/// exact zeros, which the sparse first layer skips.
package struct Samples: Sendable {
  package enum Storage: Sendable {
    case bytes([UInt8], scale: Float)
    case floats([Float])
  }

  /// The shape of one sample, such as `[28, 28]`.
  package let shape: [Int]
  package let count: Int
  package let storage: Storage

  /// - Precondition: the storage holds `count` samples of the shape.
  package init(shape: [Int], count: Int, storage: Storage) {
    self.shape = shape
    self.count = count
    self.storage = storage
  }

  /// Numbers in one sample.
  package var width: Int { shape.reduce(1, *) }
}

/// What a network should answer, one for each sample.
package enum Targets: Sendable {
  /// Indices into `names`.
  case classes([Int32], names: [String])
  /// `width` numbers for each sample, in row order.
  case numbers([Float], width: Int)
}

/// Samples with their targets.
package struct LabeledSamples: Sendable {
  package let samples: Samples
  package let targets: Targets

  package init(samples: Samples, targets: Targets) {
    self.samples = samples
    self.targets = targets
  }

  package var count: Int { samples.count }
}
