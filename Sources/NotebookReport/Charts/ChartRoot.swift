/// The `svg` element of a chart, named and described for those who do not see it.
struct ChartRoot {
  /// Unique on the page.
  let id: String
  let title: String
  let description: String

  func markup(_ size: ChartSize, height: Double, @MarkupBuilder content: () -> Markup) -> Markup {
    .element(
      "svg", Attribute("xmlns", "http://www.w3.org/2000/svg"),
      .class(size == .wide ? "chart wide" : "chart narrow"),
      Attribute("viewBox", "0 0 \(SVGNumber.text(size.width)) \(SVGNumber.text(height))"),
      Attribute("role", "img"), Attribute("aria-labelledby", "\(id)-title \(id)-desc"),
      Attribute("font-size", size.fontSize)
    ) {
      Markup.element("title", .id("\(id)-title")) { title }
      Markup.element("desc", .id("\(id)-desc")) { description }
      content()
    }
  }
}
