/// The memory that a cell takes, known before anything is allocated.
package struct MemoryNeed: Sendable, Hashable {
  /// Memory for one purpose.
  struct Part: Sendable, Hashable {
    let bytes: Double
    /// The purpose, as the end of "15.7 GB for …".
    let purpose: String
    /// The option that causes it.
    let option: String
    /// A way to need less.
    let advice: String
  }

  static let none = MemoryNeed(kept: [], working: [])

  /// Memory that is held until the run ends.
  let kept: [Part]
  /// Memory that is freed once the cell is computed.
  let working: [Part]

  var keptBytes: Double { kept.reduce(0) { $0 + $1.bytes } }
  var workingBytes: Double { working.reduce(0) { $0 + $1.bytes } }
  var bytes: Double { keptBytes + workingBytes }
  /// The part that takes the most.
  var largest: Part? { (kept + working).max { $0.bytes < $1.bytes } }
}

extension Plan {
  /// The most bytes of memory that a run with one job takes, as declared by the cells.
  var memory: Double {
    let computed = cells.filter(\.isComputed).map(\.memory)
    return computed.reduce(0) { $0 + $1.keptBytes } + (computed.map(\.workingBytes).max() ?? 0)
  }
}
