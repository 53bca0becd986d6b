/// A chart's drawings, with its numbers as tables one click away.
enum ChartBox {
  static func markup(
    _ wording: any Wording, @MarkupBuilder drawings: () -> Markup, @MarkupBuilder numbers: () -> Markup
  ) -> Markup {
    .element("div", .class("chart-box")) {
      drawings()
      Markup.element("details", .class("numbers")) {
        Markup.element("summary") { wording.numbersAsTable }
        numbers()
      }
    }
  }
}
