import NotebookResults

/// What dashes and rings mean, above a chart; the lines themselves are named where they end.
struct LineChartLegend {
  private enum Item { case validation, training, band, best }

  let names: LineNames
  let size: ChartSize

  private var chart: LineChart { names.chart }

  /// Roles where labels name runs, and the best epoch, with its value where there is one run.
  private var items: [(item: Item, text: String)] {
    let wording = names.wording
    var items: [(Item, String)] = []
    if names.runs.count > 1, Set(chart.lines.map(\.role)).count > 1 {
      items.append((.validation, wording.word(.validation)))
      items.append((.training, wording.word(.training)))
    }
    if names.hasBands { items.append((.band, wording.bandOfSeeds(names.bandRuns))) }
    guard chart.lines.contains(where: { names.notableBest(of: $0) != nil }) else { return items }
    if names.runs.count == 1 {
      let line = chart.lines.first { $0.role == .validation } ?? chart.lines.first
      if let line, let best = names.notableBest(of: line) {
        items.append((.best, wording.best(epoch: best.epoch, value: names.value(best.value))))
      }
    } else {
      items.append((.best, wording.bestEpoch))
    }
    return items
  }

  private static let gap = 14.0

  /// From the first item's beginning to the last one's end.
  var width: Double {
    items.map(width(of:)).reduce(0, +) + Self.gap * Double(max(items.count - 1, 0))
  }

  private func width(of item: (item: Item, text: String)) -> Double {
    TextMeasure.width(item.text, fontSize: size.fontSize) + symbolWidth(item.item)
  }

  private func symbolWidth(_ item: Item) -> Double { item == .best ? 18 : 26 }

  func markup(x start: Double, baseline: Double) -> Markup {
    var x = start
    var parts: [Markup] = []
    for item in items {
      parts.append(self.item(item.item, item.text, x: x, symbol: symbolWidth(item.item), baseline: baseline))
      x += width(of: item) + Self.gap
    }
    return .element("g", .class("legend")) { parts }
  }

  private func item(_ item: Item, _ text: String, x: Double, symbol: Double, baseline: Double) -> Markup {
    return MarkupBuilder.buildBlock(
      mark(item, x: x, width: symbol - 6, middle: baseline - size.fontSize * 0.35),
      .element("text", Attribute("x", x + symbol), Attribute("y", baseline)) { text })
  }

  private func mark(_ item: Item, x: Double, width: Double, middle: Double) -> Markup {
    switch item {
    case .best:
      .void("circle", .class("best"), Attribute("cx", x + 7), Attribute("cy", middle), Attribute("r", 5.5))
    case .band:
      .void(
        "rect", .class("area"), Attribute("x", x), Attribute("y", middle - 5), Attribute("width", width),
        Attribute("height", 10.0))
    case .training, .validation:
      .void(
        "line", .class(item == .training ? "line training" : "line"), Attribute("x1", x),
        Attribute("x2", x + width), Attribute("y1", middle), Attribute("y2", middle))
    }
  }
}
