import Diagnostics
import Foundation

/// A link in prose to another notebook, or to a place on the same page: `other.md#heading`, `#heading`.
package struct NotebookLink: Sendable, Hashable {
  /// The destination as written in the notebook.
  package let destination: String
  /// The path of the other notebook from this one's folder, or `nil` for a link to this notebook.
  package let path: String?
  /// The id of a heading or cell, or `nil` for the page as a whole.
  package let fragment: String?
  /// The lines that contain the link.
  let scope: SourceRange
  /// The number of links before it in these lines with the same destination.
  let precedingCount: Int

  /// Returns `nil` for all other destinations, such as addresses on the web.
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
