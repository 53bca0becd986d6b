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

  /// Where its destination is written: behind its text, or where the notebook defines what its label means.
  package func place(in source: SourceFile) -> SourceRange {
    for opening in ["](", "](<"] {
      if let place = source.ranges(of: destination, behind: opening, in: scope).dropFirst(precedingCount)
        .first
      {
        return place
      }
    }
    let whole = SourceRange(0, source.utf8.count)
    if let place = source.ranges(of: destination, behind: "]: ", in: whole).first { return place }
    return source.rangeOfLine(source.location(of: scope.start).line)
  }
}

extension SourceFile {
  /// Where an address is written behind an opening, and goes no further.
  fileprivate func ranges(of address: String, behind opening: String, in range: SourceRange) -> [SourceRange]
  {
    var found: [SourceRange] = []
    var rest = range
    while let place = firstRange(of: opening + address, in: rest) {
      rest = SourceRange(place.end, range.end)
      if place.end == utf8.count || " \t\r\n)>".utf8.contains(utf8[place.end]) {
        found.append(SourceRange(place.start + opening.utf8.count, place.end))
      }
    }
    return found
  }
}
