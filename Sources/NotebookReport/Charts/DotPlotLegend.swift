import NotebookResults

/// The names of a dot plot's series, if there are several, and of its reference: beside the title if there is room,
/// otherwise below it in as many lines as they need.
struct DotPlotLegend {
  private struct Item {
    /// The index of the series, or `nil` for the reference.
    let series: Int?
    let text: String
    let x: Double
    /// The row, counted from the title's line.
    let row: Int
  }

  private static let symbolWidth = 22.0
  private static let gap = 16.0

  private let size: ChartSize
  private let items: [Item]

  init(_ chart: DotPlot, size: ChartSize, wording: any Wording) {
    self.size = size
    let series: [(Int?, Words)] =
      chart.series.count > 1 ? chart.series.enumerated().map { ($0.offset, $0.element.name) } : []
    let names = series + (chart.reference.map { [(nil, $0.name)] } ?? [])
    let texts = names.map { wording.text($0.1) }
    let widths = texts.map { TextMeasure.width($0, fontSize: size.fontSize) + Self.symbolWidth }
    let whole = widths.reduce(0, +) + Self.gap * Double(max(0, widths.count - 1))
    let titleWidth = TextMeasure.width(wording.title(chart.title), fontSize: size.fontSize, isBold: true)
    let isBeside = titleWidth + Self.gap + whole <= size.width
    var items: [Item] = []
    var (x, row) = isBeside ? (size.width - whole, 0) : (0, 1)
    for ((index, _), (text, width)) in zip(names, zip(texts, widths)) {
      if !isBeside, x > 0, x + width > size.width { (x, row) = (0, row + 1) }
      items.append(Item(series: index, text: text, x: x, row: row))
      x += width + Self.gap
    }
    self.items = items
  }

  /// The baseline of the last line.
  var bottom: Double { baseline(items.last?.row ?? 0) }

  var markup: Markup {
    .element("g") { for item in items { markup(item) } }
  }

  private func baseline(_ row: Int) -> Double { size.fontSize * (1.2 + 1.6 * Double(row)) }

  private func markup(_ item: Item) -> Markup {
    let middle = baseline(item.row) - size.fontSize * 0.35
    return .element(
      "g", item.series.map { .class("series-", numbered: SeriesStyle($0).color) } ?? .class("legend")
    ) {
      if let series = item.series {
        Markup.void(
          "path", .class("marker dot"), Attribute("d", SeriesStyle(series).path(item.x + 8, middle)))
      } else {
        Markup.void(
          "path", .class("line training"), Attribute("d", "M\(ChartPath.text((item.x, middle)))h16"))
      }
      Markup.element("text", Attribute("x", item.x + Self.symbolWidth), Attribute("y", baseline(item.row))) {
        item.text
      }
    }
  }
}
