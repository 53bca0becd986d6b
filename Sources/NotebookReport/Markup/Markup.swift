import Diagnostics

/// Well-formed HTML or SVG.
///
/// Only constants of this package are taken as markup; its methods escape everything else.
struct Markup: Sendable, Equatable {
  private(set) var source = ""
  /// A Boolean value that is true if the markup marks bidirectional controls.
  private(set) var hasMarks = false

  var byteCount: Int { source.utf8.count }

  static let empty = Markup()

  /// Returns markup for text from a notebook, its data or the report.
  static func text(_ text: String) -> Markup {
    var markup = Markup()
    markup.append(text)
    return markup
  }

  /// Returns text that may be broken after the points and underscores of the names in it.
  static func breakable(_ text: String) -> Markup {
    var markup = Markup()
    var rest = text[...]
    while let mark = rest.firstIndex(where: { $0 == "_" || $0 == "." }),
      rest.index(after: mark) < rest.endIndex
    {
      markup.append(String(rest[...mark]))
      if let next = rest[rest.index(after: mark)...].first, next.isLetter { markup.void("wbr") }
      rest = rest[rest.index(after: mark)...]
    }
    markup.append(String(rest))
    return markup
  }

  /// Returns an element with its content.
  static func element(
    _ tag: StaticString, _ attributes: Attribute..., @MarkupBuilder content: () -> Markup
  ) -> Markup {
    var markup = Markup()
    if MarkupBudget.isSpent { return markup }
    markup.element(tag, attributes) { $0.append(content()) }
    return markup
  }

  /// Returns an element that has no content, such as `br`, `img` or an SVG shape.
  static func void(_ tag: StaticString, _ attributes: Attribute...) -> Markup {
    var markup = Markup()
    markup.void(tag, attributes)
    return markup
  }

  mutating func append(_ text: String) {
    if MarkupBudget.isSpent { return }
    let content = Escaping.content(text)
    if BidirectionalControl.occurs(in: text) { hasMarks = true }
    put(content)
  }

  mutating func append(_ markup: Markup) {
    source += markup.source
    hasMarks = hasMarks || markup.hasMarks
  }

  /// Removes everything after a number of bytes.
  mutating func removeAll(after byteCount: Int) {
    source.removeSubrange(source.utf8.index(source.startIndex, offsetBy: byteCount)...)
  }

  private mutating func put(_ text: String) {
    if MarkupBudget.admits(text.utf8.count) { source += text }
  }

  /// Appends an element whose content is written in place, so that nested content takes linear time.
  mutating func element(_ tag: StaticString, _ attributes: [Attribute] = [], content: (inout Markup) -> Void)
  {
    open(tag, attributes, end: ">")
    let (start, hadMarks) = (byteCount, hasMarks)
    hasMarks = false
    content(&self)
    if hasMarks, Self.hasPlainText(tag) { replaceMarks(after: start) }
    hasMarks = hasMarks || hadMarks
    put("</\(tag)>")
  }

  /// Returns true for elements that cannot contain HTML elements.
  private static func hasPlainText(_ tag: StaticString) -> Bool {
    ["svg", "math", "title"].contains("\(tag)")
  }

  private mutating func replaceMarks(after start: Int) {
    let content = String(decoding: source.utf8.dropFirst(start), as: UTF8.self)
    removeAll(after: start)
    source += Escaping.withoutMarkElements(content)
    hasMarks = false
  }

  mutating func void(_ tag: StaticString, _ attributes: [Attribute] = []) {
    open(tag, attributes, end: " />")
  }

  private mutating func open(_ tag: StaticString, _ attributes: [Attribute], end: String) {
    guard MarkupBudget.admits(attributes.reduce("<\(tag)\(end)".utf8.count) { $0 + $1.source.utf8.count })
    else { return }
    source += "<\(tag)"
    for attribute in attributes { source += attribute.source }
    source += end
  }

  /// Returns a complete HTML file with its doctype.
  static func file(_ root: Markup) -> String { "<!DOCTYPE html>\n" + root.source + "\n" }

  /// Returns a `style` element. The style sheet is a constant of this package, without text from a notebook.
  static func style(_ sheet: StyleSheet) -> Markup {
    raw("<style>\n" + sheet.source + "</style>")
  }

  /// Returns a `style` element that prints a title at the head of each sheet but the first.
  static func runningTitle(_ title: String) -> Markup {
    raw(
      "<style>@page { @top-left { content: \"\(Escaping.styleString(title))\"; } } "
        + "@page :first { @top-left { content: none; } }</style>")
  }

  /// Returns a `script` element with JSON data, which no browser runs; every `<` is a JSON escape.
  static func inertJSON(_ json: String, id: StaticString) -> Markup {
    raw("<script type=\"application/json\" id=\"\(id)\">" + Escaping.jsonInMarkup(json) + "</script>")
  }

  private static func raw(_ source: String) -> Markup {
    var markup = Markup()
    markup.put(source)
    return markup
  }
}

/// A result builder for nested elements; strings become text.
@resultBuilder
enum MarkupBuilder {
  static func buildExpression(_ text: String) -> Markup { .text(text) }
  static func buildExpression(_ markup: Markup) -> Markup { markup }
  static func buildExpression(_ markup: Markup?) -> Markup { markup ?? .empty }
  static func buildExpression(_ parts: [Markup]) -> Markup { buildArray(parts) }
  static func buildBlock(_ parts: Markup...) -> Markup { buildArray(parts) }
  static func buildOptional(_ part: Markup?) -> Markup { part ?? .empty }
  static func buildEither(first part: Markup) -> Markup { part }
  static func buildEither(second part: Markup) -> Markup { part }

  static func buildArray(_ parts: [Markup]) -> Markup {
    parts.reduce(into: .empty) { $0.append($1) }
  }
}
