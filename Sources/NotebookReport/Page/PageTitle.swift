import NotebookResults
import NotebookSyntax

/// The title of a notebook.
package enum PageTitle {
  /// The stand-in for a result that is not known yet.
  package static let placeholder = "…"

  /// Returns the plain title with its results, for windows and search results.
  static func title(of document: Document, _ outcome: NotebookOutcome) -> String {
    if let title = outcome.title { return title }
    let plain = PlainText(
      values: outcome.inlineValues, cells: NumberedCells(outcome.cells),
      wording: document.frontMatter.language.wording)
    return Headings(document, plain: plain, reserved: []).list.first?.title ?? outcome.provenance.notebook
  }

  /// Returns the first heading before a run, which is the title if the front matter has none.
  package static func firstHeading(of document: Document) -> String? {
    let plain = PlainText(
      values: [:], cells: NumberedCells([]), wording: document.frontMatter.language.wording,
      placeholder: placeholder)
    return Headings(document, plain: plain, reserved: []).list.first?.title
  }
}
