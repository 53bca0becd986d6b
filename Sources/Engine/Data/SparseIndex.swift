import CKernels
import Foundation

/// An index of the non-zero numbers in samples, in the form that sparse products read.
final class SparseIndex: @unchecked Sendable {
  // Nothing is written after the initializer, so threads may share the memory.
  private let memory: [UnsafeMutableRawPointer]
  private let template: tb_sparse

  /// The share of non-zero numbers below which the sparse form is faster. The choice depends on the numbers alone,
  /// because with infinite weights the results depend on it.
  private static let sparseShare = 0.5
  private static let widest = 1 << 24

  /// - Returns: `nil` if too many numbers are not zero.
  init?(_ samples: Samples) {
    let total = samples.count * samples.width
    let nonZeros = Self.count(samples)
    guard samples.width < Self.widest, Double(nonZeros) <= Double(total) * Self.sparseShare else {
      return nil
    }
    let groupCount = (samples.width + Int(TB_GROUP) - 1) / Int(TB_GROUP)
    let places = Places(rows: samples.count, groupWords: (groupCount + 63) / 64)
    var sparse = tb_sparse()
    sparse.width = samples.width
    sparse.groups = UnsafePointer(places.groups)
    sparse.group_words = places.groupWords
    sparse.quad_starts = UnsafePointer(places.quadStarts)
    var memory: [UnsafeMutableRawPointer] = [.init(places.groups), .init(places.quadStarts)]
    switch samples.storage {
    case .bytes(let bytes, let scale):
      let longSteps = samples.count * (samples.width / 128)
      guard let steps = Self.allocate(UInt16.self, nonZeros + longSteps + 1),
        let quads = Self.allocate(UInt32.self, nonZeros + 1),
        let starts = Self.allocate(UInt64.self, samples.count + 1),
        let table = Self.allocate(Float.self, 256)
      else { return nil }
      for byte in 0..<256 { table[byte] = Float(byte) * scale }
      tb_index_bytes(
        bytes, samples.count, samples.width, starts, steps, places.groups, places.groupWords,
        places.quadStarts, quads)
      sparse.steps = UnsafePointer(steps)
      sparse.quads = UnsafePointer(quads)
      sparse.starts = UnsafePointer(starts)
      sparse.table = UnsafePointer(table)
      memory += [.init(steps), .init(quads), .init(starts), .init(table)]
    case .floats(let floats):
      guard let columns = Self.allocate(UInt32.self, nonZeros + 1),
        let quads = Self.allocate(Float.self, (nonZeros + 1) * Int(TB_GROUP))
      else { return nil }
      Self.index(floats, samples, places, columns, quads)
      sparse.columns = UnsafePointer(columns)
      sparse.float_quads = UnsafePointer(quads)
      memory += [.init(columns), .init(quads)]
    }
    self.memory = memory
    template = sparse
  }

  deinit { for pointer in memory { free(pointer) } }

  /// Returns the rows of some samples as a factor of a product.
  ///
  /// - Parameter order: the samples of the batch, followed by those of later batches.
  func factor(_ order: UnsafeBufferPointer<Int32>) -> tb_sparse {
    var sparse = template
    sparse.rows = order.baseAddress
    sparse.available = order.count
    return sparse
  }

  private struct Places {
    let groups: UnsafeMutablePointer<UInt64>
    let groupWords: Int
    let quadStarts: UnsafeMutablePointer<UInt64>

    init(rows: Int, groupWords: Int) {
      self.groupWords = groupWords
      groups = .allocate(capacity: max(1, rows * groupWords))
      groups.initialize(repeating: 0, count: max(1, rows * groupWords))
      quadStarts = .allocate(capacity: rows + 1)
      quadStarts.initialize(repeating: 0, count: rows + 1)
    }
  }

  private static func allocate<Element>(_ type: Element.Type, _ count: Int) -> UnsafeMutablePointer<Element>?
  {
    tb_allocate_large(count * MemoryLayout<Element>.stride)?.bindMemory(to: type, capacity: count)
  }

  private static func count(_ samples: Samples) -> Int {
    switch samples.storage {
    case .bytes(let bytes, _): tb_count_nonzero_bytes(bytes, bytes.count)
    case .floats(let floats): floats.count { $0 != 0 }
    }
  }

  private static func index(
    _ floats: [Float], _ samples: Samples, _ places: Places, _ columns: UnsafeMutablePointer<UInt32>,
    _ quads: UnsafeMutablePointer<Float>
  ) {
    var entry = 0
    for sample in 0..<samples.count {
      places.quadStarts[sample] = UInt64(entry)
      for first in stride(from: 0, to: samples.width, by: Int(TB_GROUP)) {
        let numbers = floats[sample * samples.width..<(sample + 1) * samples.width]
          .dropFirst(first).prefix(Int(TB_GROUP))
        guard numbers.contains(where: { $0 != 0 }) else { continue }
        for place in 0..<Int(TB_GROUP) {
          quads[entry * Int(TB_GROUP) + place] =
            place < numbers.count ? numbers[numbers.startIndex + place] : 0
        }
        columns[entry] = UInt32(first)
        let group = first / Int(TB_GROUP)
        places.groups[sample * places.groupWords + group / 64] |= 1 << UInt64(group % 64)
        entry += 1
      }
    }
    places.quadStarts[samples.count] = UInt64(entry)
  }
}
