extension Document {
  /// The inline values in prose, in no particular order.
  package var inlineValues: [InlineValue] {
    blocks.flatMap(\.inlineValues) + footnotes.flatMap { $0.blocks.flatMap(\.inlineValues) }
  }
}

extension Block {
  fileprivate var inlineValues: [InlineValue] {
    switch self {
    case .paragraph(let inlines), .heading(_, let inlines): inlines.flatMap(\.values)
    case .quote(let blocks): blocks.flatMap(\.inlineValues)
    case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.inlineValues) }
    case .table(let table): (table.header + table.rows.flatMap(\.self)).flatMap { $0.flatMap(\.values) }
    case .code, .html, .thematicBreak, .cell: []
    }
  }
}

extension Inline {
  fileprivate var values: [InlineValue] {
    switch self {
    case .value(let value): [value]
    case .emphasis(let inlines), .strong(let inlines), .strikethrough(let inlines), .link(_, _, let inlines),
      .image(_, _, let inlines):
      inlines.flatMap(\.values)
    case .text, .softBreak, .lineBreak, .code, .html, .footnote: []
    }
  }
}
