/// The `svg` element of a chart, with a name and a description for screen readers.
struct ChartRoot {
  /// The prefix of identifiers in the drawing, unique on the page.
  let id: String
  let title: String
  let description: String

  func markup(_ size: ChartSize, height: Double, @MarkupBuilder content: () -> Markup) -> Markup {
    markup(
      size.isWide ? "chart wide" : "chart narrow", width: size.width, height: height,
      fontSize: size.fontSize, hasOwnWidth: size.hasOwnWidth, content: content)
  }

  /// - Parameter hasOwnWidth: true for a drawing that is not enlarged to the width of the page.
  func markup(
    _ className: StaticString, width: Double, height: Double, fontSize: Double, hasOwnWidth: Bool = false,
    @MarkupBuilder content: () -> Markup
  ) -> Markup {
    .element(
      "svg", Attribute("xmlns", "http://www.w3.org/2000/svg"), .class(className),
      Attribute("viewBox", "0 0 \(SVGNumber.text(width)) \(SVGNumber.text(height))"),
      Attribute("role", "img"), Attribute("aria-label", title),
      Attribute("font-size", fontSize), .when(hasOwnWidth, Attribute("width", width))
    ) {
      Markup.element("desc") { description }
      content()
    }
  }
}
