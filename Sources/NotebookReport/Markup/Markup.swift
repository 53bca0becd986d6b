/// Well-formed HTML or SVG. Whatever is not a constant of this package is escaped for the place it takes,
/// because there is no other way in.
struct Markup: Sendable, Equatable {
  private(set) var source = ""

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
    source += Escaping.text(text)
  }

  mutating func append(_ markup: Markup) {
    source += markup.source
  }

  /// Writes an element in place, which keeps deeply nested content linear in time.
  mutating func element(_ tag: StaticString, _ attributes: [Attribute] = [], content: (inout Markup) -> Void)
  {
    open(tag, attributes)
    source += ">"
    content(&self)
    source += "</\(tag)>"
  }

  mutating func void(_ tag: StaticString, _ attributes: [Attribute] = []) {
    open(tag, attributes)
    source += " />"
  }

  private mutating func open(_ tag: StaticString, _ attributes: [Attribute]) {
    source += "<\(tag)"
    for attribute in attributes { source += attribute.source }
  }

  /// The doctype and the whole file.
  static func file(_ root: Markup) -> String { "<!DOCTYPE html>\n" + root.source + "\n" }

  /// A style sheet: a constant of this package, in which no text of a notebook stands.
  static func style(_ sheet: StyleSheet) -> Markup {
    Markup(source: "<style>\n" + sheet.source + "</style>")
  }

  /// Data that no browser runs, with every `<` written as an escape of JSON.
  static func inertJSON(_ json: String, id: StaticString) -> Markup {
    Markup(
      source: "<script type=\"application/json\" id=\"\(id)\">" + Escaping.jsonInMarkup(json) + "</script>")
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
