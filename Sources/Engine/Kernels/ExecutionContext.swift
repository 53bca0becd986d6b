import CKernels
import Dispatch

/// The kernels, threads and working space that operations use. It is not `Sendable`: one network owns it.
package final class ExecutionContext {
  let kernels: Kernels
  let threads: Int
  private var logarithms = FloatBuffer(count: 128)
  /// The working space of each thread.
  private var scratch: [FloatBuffer]

  /// The number of multiplications below which another thread costs more than it saves.
  private static let leastWork = 1 << 20

  init(instructionSet: InstructionSet, threads: Int) {
    kernels = Kernels(instructionSet)
    self.threads = max(1, threads)
    scratch = (0..<self.threads).map { _ in FloatBuffer(count: 0) }
  }

  /// Makes room for working space, given in floats; called before any kernel runs.
  func reserveScratch(_ count: Int) {
    if scratch[0].count < count { scratch = scratch.map { _ in FloatBuffer(count: count) } }
  }

  /// Returns the natural logarithms of `count` numbers, valid until the next call.
  func logarithms(_ count: Int, of number: (Int) -> Float) -> UnsafePointer<Float> {
    if logarithms.count < count { logarithms = FloatBuffer(count: count) }
    for index in 0..<count { logarithms.pointer[index] = number(index) }
    kernels.table.pointee.log(roundedToLanes(count), logarithms.pointer, logarithms.pointer)
    return UnsafePointer(logarithms.pointer)
  }

  /// Computes `c = a · b`, where a is (m, k) and b (k, columns).
  func multiply(
    _ m: Int, _ columns: Int, _ k: Int, _ a: tb_left, _ b: tb_panels, _ c: tb_panels, _ finish: tb_finish
  ) {
    let kernels = kernels.table
    split(columns, work: m * columns * k) { part, scratch in
      kernels.pointee.multiply(m, part.columns, k, a, part.of(b), part.of(c), part.of(finish), scratch)
    }
  }

  /// Computes `c = a · b`, where a is sparse.
  func multiply(
    _ m: Int, _ columns: Int, _ a: tb_sparse, _ b: tb_panels, _ c: tb_panels, _ finish: tb_finish
  ) {
    let kernels = kernels.table
    split(columns, work: m * columns * a.width / Self.sparseGain) { part, _ in
      kernels.pointee.multiply_sparse(m, part.columns, a, part.of(b), part.of(c), part.of(finish))
    }
  }

  /// Computes `c = aᵀ · b`, or `c += scale · aᵀ · b` if the scale is not zero, where a is sparse and has m rows.
  func multiplyTransposed(
    _ m: Int, _ columns: Int, _ a: tb_sparse, _ b: Matrix, _ c: tb_panels, _ scale: Float
  ) {
    let kernels = kernels.table
    split(columns, work: m * columns * a.width / Self.sparseGain) { part, scratch in
      kernels.pointee.multiply_sparse_transposed(
        m, part.columns, a, b.pointer + part.first, b.stride, part.of(c), scale, scratch)
    }
  }

  /// Splits the rows of a batch among threads, each of which computes all of its rows, so the bits do not depend on the
  /// split.
  ///
  /// - Parameters:
  ///   - work: the number of multiplications.
  ///   - body: called with the rows of each part; no call may write what another one reads.
  func splitRows(
    _ rows: Int, work: Double, _ body: (Range<Int>, _ scratch: UnsafeMutablePointer<Float>) -> Void
  ) {
    let parts = min(threads, rows, Int(min(work / Double(Self.leastWork), Double(threads))))
    guard parts > 1 else { return body(0..<rows, scratch[0].pointer) }
    withoutActuallyEscaping(body) { body in
      let shared = SharedRows(body: body, scratch: scratch.map(\.pointer))
      DispatchQueue.concurrentPerform(iterations: parts) { index in
        shared.body(rows * index / parts..<rows * (index + 1) / parts, shared.scratch[index])
      }
    }
  }

  /// The approximate factor by which a sparse factor reduces the multiplications.
  private static let sparseGain = 4

  /// Splits the columns of a product among threads, by whole panels. One thread computes each element, so the bits do
  /// not depend on the split.
  private func split(
    _ columns: Int, work: Int, _ body: (PanelPart, _ scratch: UnsafeMutablePointer<Float>) -> Void
  ) {
    let panels = (columns + Int(TB_PANEL) - 1) / Int(TB_PANEL)
    let parts = min(threads, panels, work / Self.leastWork)
    guard parts > 1 else { return body(PanelPart(first: 0, columns: columns), scratch[0].pointer) }
    withoutActuallyEscaping(body) { body in
      let shared = SharedWork(body: body, scratch: scratch.map(\.pointer))
      DispatchQueue.concurrentPerform(iterations: parts) { index in
        let first = panels * index / parts * Int(TB_PANEL)
        let end = min(columns, panels * (index + 1) / parts * Int(TB_PANEL))
        shared.body(PanelPart(first: first, columns: end - first), shared.scratch[index])
      }
    }
  }
}

extension tb_finish {
  /// The product itself.
  static var product: tb_finish { tb_finish(bias: nil, scale: 0) }
}

/// The state that the threads of a product share. Each writes only to its own columns and working space.
private struct SharedWork: @unchecked Sendable {
  let body: (PanelPart, UnsafeMutablePointer<Float>) -> Void
  let scratch: [UnsafeMutablePointer<Float>]
}

/// The state that the threads of a batch share. Each writes only to its own rows and working space.
private struct SharedRows: @unchecked Sendable {
  let body: (Range<Int>, UnsafeMutablePointer<Float>) -> Void
  let scratch: [UnsafeMutablePointer<Float>]
}

/// A range of whole panels of a product's columns.
private struct PanelPart {
  let first: Int
  let columns: Int

  func of(_ matrix: tb_panels) -> tb_panels {
    tb_panels(
      data: matrix.data + first / Int(TB_PANEL) * matrix.panel, row: matrix.row, panel: matrix.panel)
  }

  func of(_ finish: tb_finish) -> tb_finish {
    tb_finish(bias: finish.bias.map { $0 + first }, scale: finish.scale)
  }
}
