import NotebookResults

/// The view of images with captions, and with verdicts shown by sign and by colour.
struct ImageGridView {
  let grid: ImageGrid
  let context: ViewContext

  var markup: Markup {
    let wording = context.wording
    return .element("div", .class("image-box"), context.anchor) {
      if let heading = context.heading(ofPartWith: grid.title.map(wording.title)) {
        Markup.element("p", .class("output-title")) { heading }
      }
      if let alternative = context.alternativeText {
        Markup.element("p", .class("visually-hidden")) { alternative }
      }
      Markup.element("ul", list, Attribute("role", "list")) {
        for item in grid.items { picture(item) }
      }
    }
  }

  /// The table of what the captions say; `nil` if the grid has none.
  var numbers: Markup? { grid.numbers.map { TableView(table: $0, context: context).markup } }

  /// The number of images in a row of a wide page that leaves the fewest places empty.
  private var list: Attribute {
    let count = grid.items.count
    guard count >= Self.columns.upperBound else { return .class("images") }
    func empty(_ columns: Int) -> Int { (columns - count % columns) % columns }
    let columns = Self.columns.min { (empty($0), -$0) < (empty($1), -$1) } ?? Self.columns.upperBound
    return .class("images columns-", numbered: columns)
  }

  private static let columns = 6...10

  private func picture(_ item: ImageGrid.Item) -> Markup {
    let wording = context.wording
    let caption = wording.text(item.caption)
    let png =
      switch grid.palette {
      case .ink: PNG.encode(ink: item.pixels, width: grid.width, height: grid.height)
      case .diverging: PNG.encode(diverging: item.pixels, width: grid.width, height: grid.height)
      }
    return .element("li", item.isRight.map { .class($0 ? "is-right" : "is-wrong") } ?? .none) {
      Markup.element("span", .class(grid.palette == .ink ? "frame" : "frame diverging")) {
        Markup.void(
          "img", .src(SafeURL(png: png)), Attribute("alt", ""), Attribute("width", grid.width),
          Attribute("height", grid.height))
      }
      Markup.element("span", .class("image-caption")) {
        if let isRight = item.isRight {
          Markup.element("span", .class("verdict"), Attribute("aria-hidden", "true")) {
            isRight ? "✓ " : "✗ "
          }
          Markup.element("span", .class("visually-hidden")) {
            (isRight ? wording.rightMark : wording.wrongMark) + wording.captionSeparator
          }
        }
        caption
      }
    }
  }
}
