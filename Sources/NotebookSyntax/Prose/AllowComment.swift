import Diagnostics
import Options

/// A warning that a comment in prose silences: `<!-- allow: typed_metric -->`, which no viewer shows.
package struct AllowComment: Sendable {
  /// The name of the warning, as written.
  package let name: Placed<String>
  /// The paragraph in which the comment stands, or the comment and the block below it.
  package let scope: SourceRange

  /// The names in a piece of raw HTML; empty where it is no such comment.
  private static func names(in html: String) -> [Substring] {
    guard let match = html.wholeMatch(of: /\s*<!--\s*allow:([^<>]*)-->\s*/) else { return [] }
    return match.output.1.split { $0 == "," || $0.isWhitespace }
  }

  /// - Parameter place: the lines in which the HTML is looked for; what was found is taken off.
  static func all(
    in html: String, _ source: SourceFile, from place: inout SourceRange, scope: SourceRange
  ) -> [AllowComment] {
    names(in: html).map { name in
      // Names are of few letters, which may well stand elsewhere in the lines.
      let comment = source.firstRange(of: "allow:", in: place) ?? place
      let found = source.firstRange(of: String(name), in: SourceRange(comment.start, place.end)) ?? comment
      place = SourceRange(found.end, place.end)
      return AllowComment(name: Placed(String(name), at: found), scope: scope)
    }
  }
}

extension CommonMarkNode {
  /// The raw HTML within its inlines.
  var htmlSpans: [String] {
    children.flatMap { child -> [String] in
      if case .htmlSpan(let html) = child.kind { [html] } else { child.htmlSpans }
    }
  }
}
