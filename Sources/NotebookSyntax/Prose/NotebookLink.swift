import Diagnostics
import Foundation

/// A link in prose to another notebook, or to a place on the same page: `other.md#heading`, `#heading`.
package struct NotebookLink: Sendable, Hashable {
  /// As the notebook writes it.
  package let destination: String
  /// The other notebook, seen from this one's folder; `nil` where it is this one.
  package let path: String?
  /// The id of a heading or cell; `nil` for the page as a whole.
  package let fragment: String?
  /// The lines that hold it.
  let scope: SourceRange
  /// How many links of its lines lead to the same place before it.
  let precedingCount: Int

  /// `nil` for every other destination, such as an address on the web.
  package init?(
    _ destination: String, in scope: SourceRange = SourceRange(0, 0), precedingCount: Int = 0
  ) {
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = String(parts.first ?? "")
    let fragment = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil
    guard path.isEmpty ? fragment != nil : Self.isNotebook(path) else { return nil }
    self.destination = destination
    self.path = path.isEmpty ? nil : path.removingPercentEncoding ?? path
    self.fragment = fragment.map { $0.removingPercentEncoding ?? $0 }
    self.scope = scope
    self.precedingCount = precedingCount
  }

  /// A colon before the first slash would end a scheme.
  private static func isNotebook(_ path: String) -> Bool {
    (path.hasSuffix(".md") || path.hasSuffix(".markdown"))
      && !path.hasPrefix("/") && !path.prefix { $0 != "/" }.contains(":") && !path.contains("?")
  }
}
