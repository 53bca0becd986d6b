import Synchronization

/// How long it took to read the samples of data, each time within the work of a cell that wanted them.
final class ReadingTimes: Sendable {
  private let seconds = Mutex([String: Double]())

  func note(_ time: Duration, of cell: String) { seconds.withLock { $0[cell] = time / .seconds(1) } }

  subscript(cell: String) -> Double? { seconds.withLock { $0[cell] } }
}
