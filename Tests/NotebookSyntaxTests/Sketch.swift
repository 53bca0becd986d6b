import NotebookSyntax

/// Documents as short text, for comparing whole trees at once.
enum Sketch {
  static func of(_ blocks: [Block]) -> String { blocks.map(of).joined(separator: " ") }

  static func of(_ inlines: [Inline]) -> String { inlines.map(of).joined() }

  static func of(_ block: Block) -> String {
    switch block {
    case .paragraph(let inlines): "p(\(of(inlines)))"
    case .heading(let level, let inlines): "h\(level)(\(of(inlines)))"
    case .quote(let blocks): "quote(\(of(blocks)))"
    case .alert(let alert, let blocks): "\(alert)(\(of(blocks)))"
    case .fold(let fold):
      "\(fold.alert)\(fold.isOpen ? "+" : "-")[\(of(fold.title))](\(of(fold.blocks)))"
    case .list(let list):
      (list.start.map { "ol\($0)" } ?? "ul") + (list.isTight ? "" : "-loose") + "("
        + list.items.map { item in
          (item.isDone.map { $0 ? "[x] " : "[ ] " } ?? "") + of(item.blocks)
        }.joined(separator: ", ") + ")"
    case .code(let info, let text): "code<\(info)>(\(text))"
    case .html(let html): "html(\(html))"
    case .thematicBreak: "hr"
    case .table(let table):
      "table<" + table.alignments.map { "\($0)".prefix(1) }.joined() + ">("
        + ([table.header] + table.rows).map { $0.map(of).joined(separator: "|") }.joined(separator: " / ")
        + ")"
    case .cell(let cell): "cell<\(cell.directive.value)>"
    }
  }

  static func of(_ inline: Inline) -> String {
    switch inline {
    case .text(let text): text
    case .softBreak: "⏎"
    case .lineBreak: "↵"
    case .code(let code): "`\(code)`"
    case .emphasis(let inlines): "em(\(of(inlines)))"
    case .strong(let inlines): "strong(\(of(inlines)))"
    case .strikethrough(let inlines): "del(\(of(inlines)))"
    case .link(let destination, let title, let inlines): "a<\(destination) \(title)>(\(of(inlines)))"
    case .image(let source, let title, let inlines): "img<\(source) \(title)>(\(of(inlines)))"
    case .html(let html): "html(\(html))"
    case .footnote(let label, let occurrence): "^\(label).\(occurrence)"
    case .value(let value): "=\(value.expression)"
    case .formula(let formula):
      (formula.equation.map { "eq\($0.number) \($0.name) " } ?? "")
        + (formula.isDisplay ? "math2(\(formula.text))" : "math(\(formula.text))")
    case .mention(let mention): "see(\(mention.kind) \(mention.name))"
    }
  }
}
