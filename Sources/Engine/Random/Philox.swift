import CKernels

/// Philox4x32-10, the counter-based generator of Salmon et al. (SC 2011). Every number has an address.
package enum Philox {
  /// Returns the four words at a counter.
  package static func block(
    counter: (UInt32, UInt32, UInt32, UInt32), key: (UInt32, UInt32)
  ) -> (UInt32, UInt32, UInt32, UInt32) {
    let counters = [counter.0, counter.1, counter.2, counter.3]
    let keys = [key.0, key.1]
    var output: [UInt32] = [0, 0, 0, 0]
    tb_philox(counters, keys, &output)
    return (output[0], output[1], output[2], output[3])
  }
}

/// A stream of random numbers for one purpose. A number depends on its address alone, not on the numbers drawn before.
///
/// The key of the generator is the seed; its counter is (index, index, epoch, purpose and layer).
package struct RandomStream: Sendable {
  package enum Purpose: UInt32, Sendable {
    case initialization = 1
    case shuffle = 2
    case layer = 3
    case dataset = 4
    case search = 5
  }

  private let seed: UInt64
  private let tag: UInt32
  private let epoch: UInt32

  /// - Parameters:
  ///   - layer: the index of the layer in the model, below 2²⁴; 0 if there is none.
  ///   - epoch: the epoch, counted from 0.
  package init(seed: UInt64, purpose: Purpose, layer: Int = 0, epoch: Int = 0) {
    self.seed = seed
    tag = purpose.rawValue << 24 | UInt32(truncatingIfNeeded: layer) & 0xFF_FFFF
    self.epoch = UInt32(truncatingIfNeeded: epoch)
  }

  /// - Parameters:
  ///   - layer: as above.
  ///   - step: the step, counted from 0, which takes the place of the epoch in the counter.
  package init(seed: UInt64, purpose: Purpose, layer: Int, step: Int) {
    self.init(seed: seed, purpose: purpose, layer: layer, epoch: step)
  }

  /// Returns the first `count` words of the stream.
  package func words(_ count: Int) -> [UInt32] {
    let blocks = (count + 3) / 4
    var words = [UInt32](repeating: 0, count: blocks * 4)
    tb_philox_fill(seed, tag, epoch, 0, blocks, &words)
    words.removeLast(blocks * 4 - count)
    return words
  }

  /// Writes blocks of four words each, from one on.
  func fill(_ words: UnsafeMutablePointer<UInt32>, from block: Int, blocks: Int, _ kernels: Kernels) {
    kernels.table.pointee.random_words(seed, tag, epoch, UInt64(block), blocks, words)
  }

  /// Returns a permutation of 0 ..< count (Fisher–Yates; Lemire's multiplication picks each index from 64 random bits,
  /// so that no index is favoured by more than count / 2⁶⁴).
  package func permutation(_ count: Int) -> [Int32] {
    var order = (0..<Int32(count)).map(\.self)
    let words = words(2 * count)
    order.withUnsafeMutableBufferPointer { order in
      var last = count - 1
      while last > 0 {
        let random = UInt64(words[2 * last]) << 32 | UInt64(words[2 * last + 1])
        let chosen = Int(random.multipliedFullWidth(by: UInt64(last + 1)).high)
        order.swapAt(last, chosen)
        last -= 1
      }
    }
    return order
  }
}

extension Float {
  /// Creates a number in [0, 1) from the upper 24 bits of a random word: a multiple of 2⁻²⁴, without rounding.
  package init(unit word: UInt32) { self = Float(word >> 8) * 0x1p-24 }
}
