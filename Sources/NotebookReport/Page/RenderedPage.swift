/// A page, and what it had no room for.
package struct RenderedPage: Sendable {
  /// A part that is left out of a page, which says so in its place.
  package enum Omission: Sendable, Hashable {
    /// What a cell yields.
    case cell(String)
    case text
    /// Everything from some place on.
    case rest
    case contents, notices, provenance
    /// So many notebooks of an index.
    case notebooks(Int)
  }

  package let html: String
  package let omissions: [Omission]

  /// The number of bytes that a page has at most: browsers become slow beyond it.
  package static let byteLimit = 20_000_000
}
