import Diagnostics
import Foundation
import NotebookReport
import NotebookResults
import NotebookSyntax

/// A page's prose, for comparison with what cmark-gfm makes of the same Markdown.
enum Prose {
  /// The text of a page as it stands there.
  static func html(_ markdown: String, language: String = "en") -> String {
    article(of: PageFixture.page("---\nlang: \(language)\ntoc: false\n---\n\n" + markdown))
  }

  /// What stands between the frame's parts.
  static func article(of page: String) -> String {
    guard let start = page.range(of: "<article id=\"text\">\n"),
      let end = page.range(of: "\n</article>", range: start.upperBound..<page.endIndex)
    else { return "no article" }
    return String(page[start.upperBound..<end.lowerBound]) + "\n"
  }

  /// Without what the page adds to cmark-gfm's HTML: ids and links of headings, boxes of tables, keyboard focus,
  /// labels, places of footnotes in the margin, and line ends in titles as character references.
  static func withoutAdditions(_ html: String) -> String {
    var html = html
    for (pattern, replacement) in [
      (#"<(h[1-6]) id="[^"]*">"#, "<$1>"),
      ("<a class=\"anchor\" href=\"[^\"]*\" aria-label=\"[^\"]*\">#</a></h", "</h"),
      (#"<div class="scroll" tabindex="0"><table>"#, "<table>"),
      ("</table>\n</div>", "</table>"),
      ("&#10;", "\n"),
      (#"<pre tabindex="0">"#, "<pre>"),
      (#"<li class="task">"#, "<li>"),
      (#"(?: class="beside")? style="[^"]*-name: --[^"]*""#, ""),
      (#"disabled="" aria-label="[^"]*""#, #"disabled="""#),
      (#"data-footnote-backref aria-label="[^"]*""#, #"data-footnote-backref aria-label="Back to content""#),
    ] {
      html = html.replacingOccurrences(of: pattern, with: replacement, options: .regularExpression)
    }
    // A header cell without words is written as a plain one.
    return html.components(separatedBy: "<thead>").enumerated().map { index, part in
      guard index > 0, let end = part.range(of: "</thead>") else { return part }
      let head = part[..<end.lowerBound].replacingOccurrences(
        of: "<td([^>]*)></td>", with: "<th$1></th>", options: .regularExpression)
      return head + part[end.lowerBound...]
    }.joined(separator: "<thead>")
  }
}
