/// The names of a chart's series and of its reference, each after its mark: beside the title if there is room, otherwise
/// below it in as many lines as they need.
struct SeriesLegend {
  struct Entry {
    /// The index of the series, or `nil` for the reference.
    let series: Int?
    let text: String
    /// The style of the series, if it is not that of its index.
    var style: SeriesStyle?
  }

  private struct Item {
    let entry: Entry
    let x: Double
    /// The row, counted from the title's line.
    let row: Int
  }

  private static let symbolWidth = 22.0
  private static let gap = 16.0

  private let size: ChartSize
  private let items: [Item]

  init(_ entries: [Entry], beside title: String, size: ChartSize) {
    self.size = size
    let widths = entries.map { TextMeasure.width($0.text, fontSize: size.fontSize) + Self.symbolWidth }
    let whole = widths.reduce(0, +) + Self.gap * Double(max(0, widths.count - 1))
    let titleWidth = TextMeasure.width(title, fontSize: size.fontSize, isBold: true)
    let isBeside = titleWidth + Self.gap + whole <= size.width
    var items: [Item] = []
    var (x, row) = isBeside ? (size.width - whole, 0) : (0, 1)
    for (entry, width) in zip(entries, widths) {
      if !isBeside, x > 0, x + width > size.width { (x, row) = (0, row + 1) }
      items.append(Item(entry: entry, x: x, row: row))
      x += width + Self.gap
    }
    self.items = items
  }

  /// The number of lines below the title.
  var rows: Int { items.last?.row ?? 0 }

  /// The baseline of the last line.
  var bottom: Double { baseline(rows) }

  private func baseline(_ row: Int) -> Double { size.fontSize * (1.2 + 1.6 * Double(row)) }

  /// - Parameter mark: returns the mark of a series or of the reference, 16 wide, from a place in the middle of its left.
  func markup(mark: (_ series: Int?, _ x: Double, _ middle: Double) -> Markup) -> Markup {
    .element("g") {
      for item in items {
        let baseline = baseline(item.row)
        Markup.element(
          "g",
          (item.entry.style ?? item.entry.series.map(SeriesStyle.init))
            .map { .class("series-", numbered: $0.color) } ?? .class("legend")
        ) {
          mark(item.entry.series, item.x, baseline - size.fontSize * 0.35)
          Markup.element("text", Attribute("x", item.x + Self.symbolWidth), Attribute("y", baseline)) {
            item.entry.text
          }
        }
      }
    }
  }
}
