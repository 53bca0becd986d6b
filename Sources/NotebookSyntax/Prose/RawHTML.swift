import Foundation

/// Raw HTML in a notebook is text, except for comments, which are notes to other authors.
package enum RawHTML {
  package static func isComment(_ html: String) -> Bool {
    let text = html.trimmingCharacters(in: .whitespacesAndNewlines)
    guard text.hasPrefix("<!--"), text.hasSuffix("-->"), text.utf8.count >= 7 else { return false }
    return !text.dropFirst(4).dropLast(3).contains("-->")
  }
}
