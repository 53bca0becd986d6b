import Synchronization

/// The products of the cells that have ended, which cells that are being computed read.
final class CellProducts: Sendable {
  private let products = Mutex([String: CellProduct]())

  subscript(cell: String) -> CellProduct? {
    get { products.withLock { $0[cell] } }
    set { products.withLock { $0[cell] = newValue } }
  }

  /// The products of all cells that have ended, by their names.
  var all: [String: CellProduct] { products.withLock { $0 } }
}
