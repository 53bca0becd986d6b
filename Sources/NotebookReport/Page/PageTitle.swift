import NotebookSyntax

/// What a notebook is called before it has run.
package enum PageTitle {
  /// Stands for a result.
  package static let placeholder = "…"

  /// The first heading, which is the title where the front matter has none.
  package static func firstHeading(of document: Document) -> String? {
    let plain = PlainText(
      values: [:], cells: NumberedCells([]), wording: document.frontMatter.language.wording,
      placeholder: placeholder)
    return Headings(document, plain: plain, reserved: []).list.first?.title
  }
}
