import NotebookSyntax

/// The references to each footnote, for the links from the footnote back to the text.
struct FootnoteReferences {
  private var occurrences: [String: [Int]] = [:]

  init(_ document: Document) {
    visit(document.blocks)
    for footnote in document.footnotes { visit(footnote.blocks) }
    // References within footnotes are counted where the footnotes were written, but appear at the end of the page.
    occurrences = occurrences.mapValues { $0.sorted() }
  }

  /// Returns the numbers of the references on the page, in order.
  func occurrences(of label: String) -> [Int] { occurrences[label] ?? [] }

  private mutating func visit(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .paragraph(let inlines), .heading(_, let inlines): visit(inlines)
      case .quote(let blocks), .alert(_, let blocks): visit(blocks)
      case .fold(let fold):
        visit(fold.title)
        visit(fold.blocks)
      case .list(let list):
        for item in list.items { visit(item.blocks) }
      case .table(let table):
        for row in [table.header] + table.rows { row.forEach { visit($0) } }
      case .code, .html, .thematicBreak, .cell: break
      }
    }
  }

  private mutating func visit(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline {
      case .footnote(let label, let occurrence): occurrences[label, default: []].append(occurrence)
      case .emphasis(let inlines), .strong(let inlines), .strikethrough(let inlines),
        .link(_, _, let inlines):
        visit(inlines)
      // A link cannot lead back into an image's alternative text.
      case .text, .softBreak, .lineBreak, .code, .image, .html, .value, .formula, .mention: break
      }
    }
  }
}
