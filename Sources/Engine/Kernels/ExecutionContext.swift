import CKernels

/// The kernels, threads and working space that operations use. It is not `Sendable`: one network owns it.
package final class ExecutionContext {
  let kernels: Kernels
  let threads: Int
  /// The numbers that elementary functions are applied to.
  private var numbers = FloatBuffer(count: 128)
  /// The working space of each thread.
  private var scratch: [FloatBuffer]
  /// The threads beside the one that calls.
  private let helpers: [Helper]
  /// The share of the work that each thread begins with.
  private let shares: [WorkShare]

  private let workPerThread: Int

  /// The number of multiplications below which another thread costs more than it saves.
  package static let usualWorkPerThread = 1 << 18

  init(instructionSet: InstructionSet, threads: Int, workPerThread: Int = usualWorkPerThread) {
    self.workPerThread = max(1, workPerThread)
    kernels = Kernels(instructionSet)
    self.threads = max(1, threads)
    scratch = (0..<self.threads).map { _ in FloatBuffer(count: 0) }
    helpers = (1..<self.threads).map { _ in Helper() }
    shares = (0..<self.threads).map { _ in WorkShare() }
  }

  /// Makes room for working space, given in floats; called before any kernel runs.
  func reserveScratch(_ count: Int) {
    if scratch[0].count < count { scratch = scratch.map { _ in FloatBuffer(count: count) } }
  }

  /// Returns the natural logarithms of `count` numbers, valid until the next call.
  func logarithms(_ count: Int, of number: (Int) -> Float) -> UnsafePointer<Float> {
    let numbers = numbers(count)
    for index in 0..<count { numbers[index] = number(index) }
    apply(.log, to: numbers, count: count)
    return UnsafePointer(numbers)
  }

  /// Returns space for `count` numbers, valid until the next call.
  func numbers(_ count: Int) -> UnsafeMutablePointer<Float> {
    if numbers.count < count { numbers = FloatBuffer(count: count) }
    return numbers.pointer
  }

  /// Replaces numbers with the values of a function.
  ///
  /// - Parameter numbers: space that is aligned and padded as that of ``numbers(_:)``.
  func apply(_ function: ElementaryFunction, to numbers: UnsafeMutablePointer<Float>, count: Int) {
    function.apply(to: numbers, count: roundedToLanes(count), kernels)
  }

  /// Computes `c = a · b`, where a is (m, k) and b (k, columns).
  func multiply(
    _ m: Int, _ columns: Int, _ k: Int, _ a: tb_left, _ b: tb_panels, _ c: tb_panels, _ finish: tb_finish
  ) {
    let kernels = kernels.table
    // A network's outputs are often too few to be split, unlike its samples.
    guard columns > Int(TB_PANEL) else {
      return split(rows: m, work: Double(m * columns * k)) { part, scratch in
        kernels.pointee.multiply(
          part.count, columns, k, a.rows(from: part.lowerBound), b, c.rows(from: part.lowerBound), finish,
          scratch)
      }
    }
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
    // Each call lists the numbers of the sparse factor first.
    split(columns, work: m * columns * a.width / Self.sparseGain, piecesPerThread: 1) { part, scratch in
      kernels.pointee.multiply_sparse_transposed(
        m, part.columns, a, b.pointer + part.first, b.stride, part.of(c), scale, scratch)
    }
  }

  /// Makes b the transpose of a, of shape (rows, columns); the padding of b stays.
  func transpose(_ rows: Int, _ columns: Int, _ a: tb_panels, _ b: tb_panels) {
    let kernels = kernels.table
    split(columns, work: 8 * rows * columns) { part, _ in
      let target = tb_panels(data: b.data + part.first * b.row, row: b.row, panel: b.panel)
      kernels.pointee.transpose(rows, part.columns, part.of(a), target)
    }
  }

  /// Sums the rows of a matrix, from the first one on.
  func sumColumns(rows: Int, _ matrix: Matrix, into sums: UnsafeMutablePointer<Float>) {
    let kernels = kernels.table
    split(lanesOf: matrix.stride, work: 4 * Double(rows) * Double(matrix.stride)) { part in
      kernels.pointee.column_sums(
        rows, part.count, matrix.pointer + part.lowerBound, matrix.stride, sums + part.lowerBound)
    }
  }

  /// Splits columns among threads, by whole vector registers.
  func split(lanesOf columns: Int, work: Double, _ body: (Range<Int>) -> Void) {
    let lanes = Int(TB_LANES)
    split(rows: columns / lanes, work: work) { part, _ in
      body(part.lowerBound * lanes..<part.upperBound * lanes)
    }
  }

  /// The approximate factor by which a sparse factor reduces the multiplications.
  private static let sparseGain = 4

  /// Splits the columns of a product among threads, by whole panels. One thread computes each element, so the bits do
  /// not depend on the split.
  private func split(
    _ columns: Int, work: Int, piecesPerThread: Int = mostPiecesPerThread,
    _ body: (PanelPart, _ scratch: UnsafeMutablePointer<Float>) -> Void
  ) {
    let panels = (columns + Int(TB_PANEL) - 1) / Int(TB_PANEL)
    split(rows: panels, work: Double(work), piecesPerThread: piecesPerThread) { part, scratch in
      let first = part.lowerBound * Int(TB_PANEL)
      let end = min(columns, part.upperBound * Int(TB_PANEL))
      body(PanelPart(first: first, columns: end - first), scratch)
    }
  }

  /// Splits rows that do not depend on each other among threads. One thread computes each row, so the bits do not
  /// depend on the split.
  ///
  /// - Parameters:
  ///   - work: the approximate number of multiplications for all rows.
  ///   - piecesPerThread: the maximum number of pieces into which the share of a thread is split, so that another one
  ///     that is done can help.
  ///   - body: called with the rows of some pieces; no call may write what another one reads.
  func split(
    rows: Int, work: Double, piecesPerThread: Int = mostPiecesPerThread,
    _ body: (Range<Int>, _ scratch: UnsafeMutablePointer<Float>) -> Void
  ) {
    let parts = min(threads, rows, Int(min(work / Double(workPerThread), Double(threads))))
    guard parts > 1 else { return body(0..<rows, scratch[0].pointer) }
    let worth = min(work / Double(parts * workPerPiece), Double(piecesPerThread))
    let pieces = min(rows, parts * max(1, Int(worth)))
    for part in 0..<parts { shares[part].fill(with: pieces * part / parts..<pieces * (part + 1) / parts) }
    withoutActuallyEscaping(body) { body in
      let doPart = { (part: Int) in
        func work(on taken: Range<Int>) {
          body(
            rows * taken.lowerBound / pieces..<rows * taken.upperBound / pieces, self.scratch[part].pointer)
        }
        while let taken = self.shares[part].takeFirst() { work(on: taken) }
        for step in 1..<parts {
          while let taken = self.shares[(part + step) % parts].takeLast() { work(on: taken) }
        }
      }
      for part in 1..<parts { helpers[part - 1].offer { doPart(part) } }
      doPart(0)
      for part in 1..<parts { helpers[part - 1].finish() }
    }
  }

  /// The number of multiplications below which a piece of its own costs more than it saves.
  private var workPerPiece: Int { workPerThread / 2 }
  /// Threads are held up by what else the machine does, and rarely end equal shares at the same time.
  private static let mostPiecesPerThread = 8
}

extension tb_left {
  fileprivate func rows(from first: Int) -> tb_left {
    tb_left(data: data + first * row, row: row, column: column)
  }
}

extension tb_panels {
  fileprivate func rows(from first: Int) -> tb_panels {
    tb_panels(data: data + first * row, row: row, panel: panel)
  }
}

extension tb_finish {
  /// The product itself.
  static var product: tb_finish { tb_finish(bias: nil, scale: 0) }
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
