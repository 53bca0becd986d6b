import NotebookResults
import NotebookSyntax

/// A converter of inlines to plain text, for ids, alternative texts and the contents.
struct PlainText {
  let values: [Int: InlineOutcome]
  let cells: NumberedCells
  let wording: any Wording
  /// The numbers of equations, by name.
  var equations: [String: Int] = [:]
  /// The stand-in for results, used before a run.
  var placeholder: String?

  func text(_ inlines: [Inline]) -> String {
    inlines.map(text).joined()
  }

  func text(_ inline: Inline) -> String {
    switch inline {
    case .text(let text), .code(let text): text
    case .html: ""
    case .softBreak, .lineBreak: " "
    case .emphasis(let inlines), .strong(let inlines), .strikethrough(let inlines), .link(_, _, let inlines),
      .image(_, _, let inlines):
      text(inlines)
    case .footnote: ""
    case .value(let value): placeholder ?? text(value)
    case .formula(let formula): formula.line
    case .mention(let mention): placeholder ?? text(mention)
    }
  }

  /// Returns the label of a reference, such as "Figure 3" or "Equation (1)".
  func text(_ mention: CellMention) -> String {
    if mention.kind == .equation { return equations[mention.name].map(wording.equation) ?? mention.written }
    return cells.number(named: mention.name).map(wording.name)
      ?? (cells.id(named: mention.name) == nil ? mention.written : mention.name)
  }

  /// Returns the id to which a reference leads.
  func id(of mention: CellMention) -> String? {
    guard mention.kind == .equation else { return cells.id(named: mention.name) }
    return equations[mention.name] == nil ? nil : Equation.id(named: mention.name)
  }

  func text(_ value: InlineValue) -> String {
    switch values[value.range.start] {
    case .text(let text): text
    case .unavailable(let why): "[\(wording.text(why))]"
    case nil: value.expression
    }
  }
}
