/// A box whose content scrolls if it is wider than the page, also by keyboard.
struct ScrollBox {
  /// The label of the box for screen readers.
  let label: String?
  var anchor = Attribute.none

  func markup(@MarkupBuilder content: () -> Markup) -> Markup {
    .element(
      "div", .class("scroll"), anchor, Attribute("tabindex", 0),
      .when(label != nil, Attribute("role", "group")), label.map { Attribute("aria-label", $0) } ?? .none,
      content: content)
  }
}
