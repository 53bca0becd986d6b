import NotebookResults

/// A sample as its numbers, shaded by size, so that the picture shows through.
struct NumberGridView {
  let grid: NumberGrid
  let context: ViewContext

  /// Steps of shading that the style sheet has.
  static let shades = 9

  var markup: Markup {
    let wording = context.wording
    let columns = grid.values.map(\.count).max() ?? 0
    let title = grid.title.map(wording.title) ?? wording.gridTitle(rows: grid.values.count, columns: columns)
    let finite = grid.values.joined().filter(\.isFinite)
    let lowest = min(finite.min() ?? 0, 0)
    let extent = max((finite.max() ?? 0) - lowest, .leastNormalMagnitude)
    let isWhole = finite.allSatisfy { $0 == $0.rounded() }
    return .element("div", .class("grid-box")) {
      ScrollBox(label: title).markup {
        Markup.element("table", .class("number-grid")) {
          Markup.element("caption") {
            picture(columns: columns)
            title
          }
          Markup.element("tbody") {
            for row in grid.values {
              Markup.element("tr") {
                for value in row { cell(value, shade: (value - lowest) / extent, isWhole: isWhole) }
              }
              "\n"
            }
          }
        }
      }
    }
  }

  /// The numbers as the image that they are, where they are one.
  private func picture(columns: Int) -> Markup? {
    grid.pixels.map { pixels in
      .element("span", .class("frame")) {
        Markup.void(
          "img", .src(SafeURL(png: PNG.encode(ink: pixels, width: columns, height: grid.values.count))),
          Attribute("alt", context.alternativeText ?? ""), Attribute("width", columns),
          Attribute("height", grid.values.count))
      }
    }
  }

  private func cell(_ value: Double, shade: Double, isWhole: Bool) -> Markup {
    let text = NumberFormat.fixed(value, digits: isWhole ? 0 : 2)
    let step = shade.isFinite ? Int((shade * Double(Self.shades)).rounded(.up)) : 0
    return .element("td", step > 0 ? .class("g", numbered: step) : .none) { text }
  }
}
