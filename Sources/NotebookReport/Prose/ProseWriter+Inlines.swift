import Diagnostics
import NotebookSyntax

/// Inline content: styles, links, images, code and inline values.
extension ProseWriter {
  mutating func write(_ inlines: [Inline]) {
    for (index, inline) in inlines.enumerated() {
      if case .softBreak = inline, isWithinWideText(inlines, index) { continue }
      write(inline)
    }
  }

  /// Returns true for a line break beside a wide character, which is no space in a language that has none. Browsers
  /// keep one, though CSS Text 3, section 4.1.3, allows them to drop it.
  func isWithinWideText(_ inlines: [Inline], _ index: Int) -> Bool {
    guard wording.writesWithoutSpaces, index > 0, index + 1 < inlines.count,
      let before = plain.text(inlines[index - 1]).last, let after = plain.text(inlines[index + 1]).first
    else { return false }
    func isWide(_ character: Character) -> Bool { displayWidth(of: String(character)) == 2 }
    return isWide(before) || isWide(after)
  }

  mutating func write(_ inline: Inline) {
    switch inline {
    case .text(let text): markup.append(text)
    case .softBreak: markup.append("\n")
    case .lineBreak:
      markup.void("br")
      markup.append("\n")
    case .code(let code): markup.element("code") { $0.append(Markup.breakable(code)) }
    case .emphasis(let inlines): wrap("em", endsLine: false) { $0.write(inlines) }
    case .strong(let inlines): wrap("strong", endsLine: false) { $0.write(inlines) }
    case .strikethrough(let inlines): wrap("del", endsLine: false) { $0.write(inlines) }
    case .link(let destination, let title, let inlines):
      let url = navigation.url(of: destination)
      guard !url.escaped.isEmpty else { return write(inlines) }
      let attributes = [
        Attribute.href(url), .when(!title.isEmpty, Attribute("title", title)),
      ]
      wrap("a", attributes, endsLine: false) { writer in
        let isOutermost = !writer.isWithinLink
        writer.isWithinLink = true
        writer.write(inlines)
        if isOutermost { writer.isWithinLink = false }
      }
    case .image(let source, let title, let inlines):
      image(source, title: title, inlines)
    case .html(let html):
      if !RawHTML.isComment(html) { markup.append(html) }
    case .footnote(let label, let occurrence): reference(label, occurrence)
    case .value(let value): write(value)
    case .formula(let formula): markup.append(FormulaView(formula: formula).markup)
    case .mention(let mention): write(mention)
    }
  }

  /// Writes a link with the number of a figure, table or equation, or with the cell's name if it has no number.
  mutating func write(_ mention: CellMention) {
    let text = plain.text(mention)
    guard let id = plain.id(of: mention), !isWithinLink else { return markup.append(text) }
    markup.element("a", [.href(SafeURL(fragment: id)), .class("mention")]) { $0.append(text) }
  }

  mutating func write(_ value: InlineValue) {
    switch plain.values[value.range.start] {
    case .text(let text):
      markup.element(
        "data", [.class("value"), Attribute("value", text), Attribute("title", value.expression)]
      ) {
        $0.append(text)
      }
    case .unavailable(let why):
      let words = wording.markup(why)
      markup.element("em", [.class("unavailable"), Attribute("title", value.expression)]) { $0.append(words) }
    case nil: markup.element("code") { $0.append(value.expression) }
    }
  }
}
