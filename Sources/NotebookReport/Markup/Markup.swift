import Diagnostics

/// Well-formed HTML or SVG. Whatever is not a constant of this package is escaped for the place it takes,
/// because there is no other way in.
struct Markup: Sendable, Equatable {
  private(set) var source = ""
  /// Whether characters that turn the direction of text are marked in it.
  private(set) var hasMarks = false

  var byteCount: Int { source.utf8.count }

  static let empty = Markup()

  /// Text that a notebook, its data or a sentence of the report holds.
  static func text(_ text: String) -> Markup {
    var markup = Markup()
    markup.append(text)
    return markup
  }

  /// An element with its content.
  static func element(
    _ tag: StaticString, _ attributes: Attribute..., @MarkupBuilder content: () -> Markup
  ) -> Markup {
    var markup = Markup()
    if MarkupBudget.isSpent { return markup }
    markup.element(tag, attributes) { $0.append(content()) }
    return markup
  }

  /// An element that has no content, such as `br` and `img`, or an SVG shape.
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

  /// Takes back all but a beginning.
  mutating func removeAll(after byteCount: Int) {
    source.removeSubrange(source.utf8.index(source.startIndex, offsetBy: byteCount)...)
  }

  private mutating func put(_ text: String) {
    if MarkupBudget.admits(text.utf8.count) { source += text }
  }

  /// Writes an element in place, which keeps deeply nested content linear in time.
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

  /// Whether no element of HTML can stand within an element.
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

  /// The doctype and the whole file.
  static func file(_ root: Markup) -> String { "<!DOCTYPE html>\n" + root.source + "\n" }

  /// A style sheet: a constant of this package, in which no text of a notebook stands.
  static func style(_ sheet: StyleSheet) -> Markup {
    raw("<style>\n" + sheet.source + "</style>")
  }

  /// Data that no browser runs, with every `<` written as an escape of JSON.
  static func inertJSON(_ json: String, id: StaticString) -> Markup {
    raw("<script type=\"application/json\" id=\"\(id)\">" + Escaping.jsonInMarkup(json) + "</script>")
  }

  private static func raw(_ source: String) -> Markup {
    var markup = Markup()
    markup.put(source)
    return markup
  }
}

/// Lets elements be written as they nest; a string is text.
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
