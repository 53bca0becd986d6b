extension Document {
  /// The inline values in prose, in no particular order.
  package var inlineValues: [InlineValue] {
    inlines { if case .value(let value) = $0 { value } else { nil } }
  }

  /// The references to figures, tables and equations in prose, in no particular order.
  package var mentions: [CellMention] {
    inlines { if case .mention(let mention) = $0 { mention } else { nil } }
  }

  /// The words of the prose, in no particular order.
  package var words: [String] {
    inlines { if case .text(let text) = $0 { text } else { nil } }
  }

  private func inlines<Found>(_ pick: (Inline) -> Found?) -> [Found] {
    (blocks + footnotes.flatMap(\.blocks)).flatMap { $0.inlines(pick) }
  }
}

extension Block {
  fileprivate func inlines<Found>(_ pick: (Inline) -> Found?) -> [Found] {
    switch self {
    case .paragraph(let inlines), .heading(_, let inlines): inlines.flatMap { $0.all(pick) }
    case .quote(let blocks), .alert(_, let blocks): blocks.flatMap { $0.inlines(pick) }
    case .fold(let fold): fold.title.flatMap { $0.all(pick) } + fold.blocks.flatMap { $0.inlines(pick) }
    case .list(let list): list.items.flatMap { $0.blocks.flatMap { $0.inlines(pick) } }
    case .table(let table):
      (table.header + table.rows.flatMap(\.self)).flatMap { $0.flatMap { $0.all(pick) } }
    case .code, .html, .thematicBreak, .cell: []
    }
  }
}

extension Inline {
  fileprivate func all<Found>(_ pick: (Inline) -> Found?) -> [Found] {
    switch self {
    case .emphasis(let inlines), .strong(let inlines), .strikethrough(let inlines), .link(_, _, let inlines),
      .image(_, _, let inlines):
      inlines.flatMap { $0.all(pick) }
    case .text, .softBreak, .lineBreak, .code, .html, .footnote, .value, .formula, .mention:
      [pick(self)].compactMap(\.self)
    }
  }
}

extension [Inline] {
  /// The inline values, in order.
  package var values: [InlineValue] {
    flatMap { $0.all { if case .value(let value) = $0 { value } else { nil } } }
  }

  /// Returns the inlines with each inline value replaced.
  package func mapValues(_ replacement: (InlineValue) -> Inline) -> [Inline] {
    map { inline in
      switch inline {
      case .value(let value): replacement(value)
      case .emphasis(let inlines): .emphasis(inlines.mapValues(replacement))
      case .strong(let inlines): .strong(inlines.mapValues(replacement))
      case .strikethrough(let inlines): .strikethrough(inlines.mapValues(replacement))
      case .link(let destination, let title, let inlines):
        .link(destination: destination, title: title, inlines.mapValues(replacement))
      case .image(let source, let title, let inlines):
        .image(source: source, title: title, inlines.mapValues(replacement))
      case .text, .softBreak, .lineBreak, .code, .html, .footnote, .formula, .mention: inline
      }
    }
  }
}
