import Digests
import Foundation

/// The place of an entry below the folder of its key. The entry is valid only there.
package struct StorePlace: Sendable, Hashable {
  package enum Kind: String, Sendable, CaseIterable {
    /// The results of cells.
    case cells
    /// A folder for each training, which holds its epochs.
    case fits
    /// The records of runs.
    case runs
  }

  package let kind: Kind
  /// The SHA-256 in hexadecimal of everything that the entry depends on.
  let digest: String
  /// The first and the last epoch of the entry, if it belongs to a training.
  let epochs: ClosedRange<Int>?

  private init(_ kind: Kind, _ digest: String, epochs: ClosedRange<Int>? = nil) {
    self.kind = kind
    self.digest = digest
    self.epochs = epochs
  }

  /// Returns the place of a cell's result. Each build of the program has its own, as its outputs may differ.
  static func cell(_ key: CellKey) -> StorePlace {
    StorePlace(.cells, hexadecimalDigest(of: Data("\(key.digest) \(runningProgram)".utf8)))
  }

  /// Returns the place of the divergence with which a training of some epochs ends.
  static func divergence(of key: CellKey, epochs: Int) -> StorePlace {
    StorePlace(.cells, hexadecimalDigest(of: Data("\(key.digest) diverges within \(epochs) epochs".utf8)))
  }

  /// Returns the place of the outcome of doing a training of some epochs again.
  static func verification(of key: CellKey, epochs: Int) -> StorePlace {
    StorePlace(.cells, hexadecimalDigest(of: Data("\(key.digest) again for \(epochs) epochs".utf8)))
  }

  static func fit(_ key: CellKey, _ epochs: ClosedRange<Int>) -> StorePlace {
    StorePlace(.fits, key.digest, epochs: epochs)
  }

  /// Returns the place of the record of a notebook's last run.
  static func run(of notebook: String) -> StorePlace {
    StorePlace(.runs, hexadecimalDigest(of: Data(notebook.utf8)))
  }

  /// Creates a place from the names of folders and files; `nil` if they are not those of an entry.
  package init?(_ kind: Kind, digest: String, file: String?) {
    guard digest.utf8.count == 64, digest.utf8.allSatisfy(Self.digits.contains) else { return nil }
    guard kind == .fits else {
      if file != nil { return nil }
      self.init(kind, digest)
      return
    }
    let numbers = (file ?? "").split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let first = numbers[0], let last = numbers[1], 1 <= first, first <= last,
      last <= Self.largestEpoch
    else { return nil }
    self.init(kind, digest, epochs: first...last)
  }

  static let largestEpoch = 1_000_000_000
  private static let digits = Set("0123456789abcdef".utf8)

  /// The names of the folders below the key's folder, the outermost first.
  var folders: [String] {
    [kind.rawValue, String(digest.prefix(2))] + (epochs == nil ? [] : [digest])
  }

  var name: String { epochs.map { "\($0.lowerBound)-\($0.upperBound)" } ?? digest }
  package var text: String { (folders + [name]).joined(separator: "/") }
}
