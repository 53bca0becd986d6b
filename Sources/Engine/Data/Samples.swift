import Synchronization

/// The inputs of a network: `count` samples of one shape, in row order.
///
/// Bytes stay bytes until a kernel reads them as `Float(byte) * scale`. This takes a fourth of the memory, and zeros
/// stay exact zeros, which a sparse first layer skips.
package struct Samples: Sendable {
  package enum Storage: Sendable {
    case bytes([UInt8], scale: Float)
    case floats([Float])
  }

  /// The shape of one sample, such as `[28, 28]`.
  package let shape: [Int]
  package let count: Int
  package let storage: Storage
  private let shared = SharedIndex()

  /// - Precondition: The storage holds `count` samples of the shape.
  package init(shape: [Int], count: Int, storage: Storage) {
    self.shape = shape
    self.count = count
    self.storage = storage
  }

  /// The number of elements in one sample.
  package var width: Int { shape.reduce(1, *) }

  /// The index of the non-zero numbers, made once for all copies of the samples; `nil` if there are too many of them.
  var sparseIndex: SparseIndex? { shared.index(of: self) }

  private final class SharedIndex: Sendable {
    private enum State {
      case unknown
      case known(SparseIndex?)
    }

    private let state = Mutex(State.unknown)

    func index(of samples: Samples) -> SparseIndex? {
      state.withLock { state in
        if case .known(let index) = state { return index }
        let index = SparseIndex(samples)
        state = .known(index)
        return index
      }
    }
  }
}

/// The right answers, one for each sample.
package enum Targets: Sendable {
  /// Classes, as indices into `names`.
  case classes([Int32], names: [String])
  /// Numbers, `width` for each sample, in row order.
  case numbers([Float], width: Int)
  /// The numbers of the samples themselves, which are not copied.
  case inputs
}

/// Samples with their targets.
package struct LabeledSamples: Sendable {
  package let samples: Samples
  package let targets: Targets
  /// The factor of each sample's loss in training, from 0; `nil` if all count alike. Metrics and validation do not read
  /// it, as in Keras.
  package let weights: [Float]?

  package init(samples: Samples, targets: Targets, weights: [Float]? = nil) {
    self.samples = samples
    self.targets = targets
    self.weights = weights
  }

  package var count: Int { samples.count }

  /// Returns the samples with themselves as targets, for a network that gives back its inputs.
  package var reconstructed: LabeledSamples {
    LabeledSamples(samples: samples, targets: .inputs, weights: weights)
  }
}
