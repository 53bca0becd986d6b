import NotebookResults
import NotebookSyntax

/// What a notebook is called.
package enum PageTitle {
  /// Stands for a result.
  package static let placeholder = "…"

  /// The title with its results, as windows and search results show it.
  static func title(of document: Document, _ outcome: NotebookOutcome) -> String {
    if let title = outcome.title { return title }
    let plain = PlainText(
      values: outcome.inlineValues, cells: NumberedCells(outcome.cells),
      wording: document.frontMatter.language.wording)
    return Headings(document, plain: plain, reserved: []).list.first?.title ?? outcome.provenance.notebook
  }

  /// The first heading before a run, which is the title where the front matter has none.
  package static func firstHeading(of document: Document) -> String? {
    let plain = PlainText(
      values: [:], cells: NumberedCells([]), wording: document.frontMatter.language.wording,
      placeholder: placeholder)
    return Headings(document, plain: plain, reserved: []).list.first?.title
  }
}
