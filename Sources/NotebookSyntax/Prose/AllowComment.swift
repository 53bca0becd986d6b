import Diagnostics
import Options

/// A warning silenced by a comment in prose, `<!-- allow: typed_metric -->`, which no viewer shows.
package struct AllowComment: Sendable {
  /// The name of the warning, as written.
  package let name: Placed<String>
  /// The paragraph that contains the comment, or the comment and the block below it.
  package let scope: SourceRange

  /// Returns the names in a piece of raw HTML, or none if it is not such a comment.
  private static func names(in html: String) -> [Substring] {
    guard let match = html.wholeMatch(of: /\s*<!--\s*allow:([^<>]*)-->\s*/) else { return [] }
    return match.output.1.split { $0 == "," || $0.isWhitespace }
  }

  /// - Parameter place: the lines to search for the HTML; the part up to the last match is removed.
  static func all(
    in html: String, _ source: SourceFile, from place: inout SourceRange, scope: SourceRange
  ) -> [AllowComment] {
    names(in: html).map { name in
      // Names are short, and may well occur elsewhere in the lines.
      let comment = source.firstRange(of: "allow:", in: place) ?? place
      let found = source.firstRange(of: String(name), in: SourceRange(comment.start, place.end)) ?? comment
      place = SourceRange(found.end, place.end)
      return AllowComment(name: Placed(String(name), at: found), scope: scope)
    }
  }
}

extension CommonMarkNode {
  /// The raw HTML within the node's inlines.
  var htmlSpans: [String] {
    children.flatMap { child -> [String] in
      if case .htmlSpan(let html) = child.kind { [html] } else { child.htmlSpans }
    }
  }
}
