/// A box in which what is wider than the page scrolls, by keyboard too.
struct ScrollBox {
  /// What a screen reader calls the box.
  let label: String?

  func markup(@MarkupBuilder content: () -> Markup) -> Markup {
    .element(
      "div", .class("scroll"), Attribute("tabindex", 0),
      .when(label != nil, Attribute("role", "group")), label.map { Attribute("aria-label", $0) } ?? .none,
      content: content)
  }
}
