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

  /// Returns the label of a reference, such as "Figure 3", "Figure 3b" or "Equation (1)".
  func text(_ mention: CellMention) -> String {
    if mention.kind == .equation { return equations[mention.name].map(wording.equation) ?? mention.written }
    guard let cell = cells.cell(named: mention.cell) else { return mention.written }
    guard let number = cell.number else { return mention.cell }
    guard let letter = mention.part else { return wording.name(of: number) }
    return cell.part(letter) == nil ? mention.written : wording.name(of: number) + letter
  }

  /// Returns the id to which a reference leads.
  func id(of mention: CellMention) -> String? {
    if mention.kind == .equation {
      return equations[mention.name] == nil ? nil : Equation.id(named: mention.name)
    }
    guard let cell = cells.cell(named: mention.cell) else { return nil }
    guard cell.number != nil, let letter = mention.part else { return cell.id }
    return cell.part(letter)?.id
  }

  func text(_ value: InlineValue) -> String {
    switch values[value.range.start] {
    case .text(let text): text
    case .unavailable(let why): "[\(wording.text(why))]"
    case nil: value.expression
    }
  }
}
