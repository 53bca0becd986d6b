import NotebookSyntax

/// The places that refer to each footnote, so that it can lead back to all of them.
struct FootnoteReferences {
  private var occurrences: [String: [Int]] = [:]

  init(_ document: Document) {
    visit(document.blocks)
    for footnote in document.footnotes { visit(footnote.blocks) }
    // References within footnotes are counted where these were written, and stand on the page at its end.
    occurrences = occurrences.mapValues { $0.sorted() }
  }

  /// The numbers of the references that stand on the page, in order.
  func occurrences(of label: String) -> [Int] { occurrences[label] ?? [] }

  private mutating func visit(_ blocks: [Block]) {
    for block in blocks {
      switch block {
      case .paragraph(let inlines), .heading(_, let inlines): visit(inlines)
      case .quote(let blocks): visit(blocks)
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
      // An image's alternative text is no place to lead back to.
      case .text, .softBreak, .lineBreak, .code, .image, .html, .value, .formula, .mention: break
      }
    }
  }
}
