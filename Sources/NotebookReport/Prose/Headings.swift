import NotebookSyntax

/// The headings of a notebook in order, with their ids.
struct Headings: Sendable {
  struct Heading: Sendable {
    let id: String
    let level: Int
    let title: String
  }

  private(set) var list: [Heading] = []

  init(_ document: Document, plain: PlainText, reserved: Set<String>) {
    var anchors = Anchors(reserved: reserved.union(document.equations.map(\.id)))
    visit(document.blocks, plain, &anchors)
    for footnote in document.footnotes { visit(footnote.blocks, plain, &anchors) }
  }

  private mutating func visit(_ blocks: [Block], _ plain: PlainText, _ anchors: inout Anchors) {
    for block in blocks {
      switch block {
      case .heading(let level, let inlines):
        let title = plain.text(inlines)
        list.append(Heading(id: anchors.make(from: title), level: level, title: title))
      case .quote(let blocks), .alert(_, let blocks): visit(blocks, plain, &anchors)
      case .fold(let fold): visit(fold.blocks, plain, &anchors)
      case .list(let list):
        for item in list.items { visit(item.blocks, plain, &anchors) }
      case .paragraph, .code, .html, .thematicBreak, .table, .cell: break
      }
    }
  }
}
