import Synchronization

/// The time it took to read the samples of each data cell, measured within a cell that needed them.
final class ReadingTimes: Sendable {
  private let seconds = Mutex([String: Double]())

  func note(_ time: Duration, of cell: String) { seconds.withLock { $0[cell] = time / .seconds(1) } }

  subscript(cell: String) -> Double? { seconds.withLock { $0[cell] } }
}
