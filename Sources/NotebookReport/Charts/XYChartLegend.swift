import NotebookResults

/// The names of an XY chart's series, each after its mark: beside the title if there is room, otherwise
/// below it in as many lines as they need.
struct XYChartLegend {
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

  private let chart: XYChart
  private let size: ChartSize
  private let items: [Item]

  init(_ chart: XYChart, size: ChartSize, wording: any Wording) {
    self.chart = chart
    self.size = size
    let names: [(Int?, Words)] =
      chart.series.enumerated().compactMap { index, series in series.name.map { (index, $0) } }
      + (chart.reference.map { [(nil, $0.name)] } ?? [])
    let texts = names.map { TextMeasure.shortened(wording.text($0.1), columns: 24) }
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

  /// The number of lines below the title.
  var rows: Int { items.last?.row ?? 0 }

  var markup: Markup {
    .element("g") { for item in items { markup(item) } }
  }

  private func markup(_ item: Item) -> Markup {
    let baseline = size.fontSize * (1.2 + 1.6 * Double(item.row))
    let middle = baseline - size.fontSize * 0.35
    let form = item.series.map { chart.series[$0].form }
    let style = SeriesStyle(item.series ?? 0)
    return .element(
      "g", item.series == nil ? .class("legend") : .class("series-", numbered: style.color)
    ) {
      switch form {
      case .rings:
        Markup.void(
          "circle", .class("ring"), Attribute("cx", item.x + 8), Attribute("cy", middle), Attribute("r", 5.5))
      case .lowerEdge, .upperEdge, .crosses:
        Markup.void("path", .class("cross"), Attribute("d", ChartPath.cross(item.x + 8, middle)))
      case .dashes:
        Markup.void("path", .class("dash"), Attribute("d", ChartPath.dash(item.x + 8, middle)))
      default:
        if form != .points {
          Markup.void(
            "line", .class(form == nil ? "line training" : form == .thin ? "line thin" : "line"),
            Attribute("x1", item.x), Attribute("x2", item.x + 16), Attribute("y1", middle),
            Attribute("y2", middle))
        }
        if form != nil, form != .thin {
          Markup.void("path", .class("marker"), Attribute("d", style.path(item.x + 8, middle)))
        }
      }
      Markup.element("text", Attribute("x", item.x + Self.symbolWidth), Attribute("y", baseline)) {
        item.text
      }
    }
  }
}
