/// The HTML of a page, and the parts that did not fit.
package struct RenderedPage: Sendable {
  /// A part that was left out of a page; a notice takes its place.
  package enum Omission: Sendable, Hashable {
    /// The results of a cell.
    case cell(String)
    case text
    /// Everything after a certain point.
    case rest
    case contents, notices, provenance
    /// A number of notebooks of an index.
    case notebooks(Int)
  }

  package let html: String
  package let omissions: [Omission]

  /// The maximum size of a page in bytes. Browsers are slow with larger ones.
  package static let byteLimit = 20_000_000
}
