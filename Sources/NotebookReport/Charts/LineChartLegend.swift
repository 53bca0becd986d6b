import NotebookResults

/// The meaning of dashes and rings, above a chart; the lines themselves are named at their ends.
///
/// In a wide chart, all of it is beside the title if there is room. Otherwise only the last entry is, unless
/// it names data. The rest is below, in as many lines as it needs, so that charts side by side begin alike.
struct LineChartLegend {
  private enum Mark { case heldOut, training, spread, band, best }
  private typealias Entry = (mark: Mark, text: String)

  private struct Item {
    let mark: Mark
    let text: String
    let x: Double
    /// The row, counted from the title's line.
    let row: Int
  }

  private static let gap = 14.0

  private let size: ChartSize
  private let items: [Item]

  /// - Parameter namesBands: false if another chart of the figure says what bands are.
  init(_ names: LineNames, size: ChartSize, namesBands: Bool = true) {
    self.size = size
    let (roles, others) = Self.entries(names, size, namesBands: namesBands)
    func width(of entries: [Entry]) -> Double {
      entries.map { Self.width(of: $0, size) }.reduce(0, +) + Self.gap * Double(max(entries.count - 1, 0))
    }
    let room =
      size.width - 16 - TextMeasure.width(names.heading, fontSize: size.fontSize, isBold: true)
    let candidates = (size.isWide || roles.isEmpty ? [roles + others] : []) + [others.suffix(1)]
    let beside = candidates.first { width(of: $0) <= room } ?? []

    var items: [Item] = []
    func place(_ entries: [Entry], from start: Double, row first: Int) {
      var (x, row) = (start, first)
      for entry in entries {
        let width = Self.width(of: entry, size)
        if x > start, x + width > size.width { (x, row) = (start, row + 1) }
        items.append(Item(mark: entry.mark, text: entry.text, x: x, row: row))
        x += width + Self.gap
      }
    }
    place(beside, from: size.width - width(of: beside), row: 0)
    place((roles + others).dropLast(beside.count), from: 0, row: 1)
    self.items = items
  }

  /// The number of lines below the title.
  var rows: Int { items.map(\.row).max() ?? 0 }

  /// Returns the roles, then bands and the best epoch, with its value if there is only one run.
  private static func entries(
    _ names: LineNames, _ size: ChartSize, namesBands: Bool
  ) -> (roles: [Entry], others: [Entry]) {
    let wording = names.wording
    let roles = names.rolesInLegend(size).map { role -> Entry in
      (role.isHeldOut ? .heldOut : .training, names.role(role))
    }
    var others: [Entry] = []
    if names.hasBands, namesBands {
      others.append(
        names.hasSpreads
          ? (.spread, wording.spreadOfSeeds(names.bandRuns)) : (.band, wording.bandOfSeeds(names.bandRuns)))
    }
    let lines = names.chart.lines
    guard lines.contains(where: { names.notableBest(of: $0) != nil }) else { return (roles, others) }
    if names.runs.count > 1 {
      others.append((.best, wording.best(names.axis)))
    } else if let line = lines.first(where: \.role.isHeldOut) ?? lines.first,
      let best = names.notableBest(of: line)
    {
      others.append(
        (.best, wording.best(at: names.place(at: best.index, of: line), value: names.value(best.value))))
    }
    return (roles, others)
  }

  private static func width(of entry: Entry, _ size: ChartSize) -> Double {
    TextMeasure.width(entry.text, fontSize: size.fontSize) + symbolWidth(entry.mark)
  }

  private static func symbolWidth(_ mark: Mark) -> Double { mark == .best ? 18 : 26 }

  var markup: Markup {
    .element("g", .class("legend")) { for item in items { markup(item) } }
  }

  private func markup(_ item: Item) -> Markup {
    let baseline = size.fontSize * (1.2 + 1.6 * Double(item.row))
    let symbol = Self.symbolWidth(item.mark)
    return MarkupBuilder.buildBlock(
      mark(item.mark, x: item.x, width: symbol - 6, middle: baseline - size.fontSize * 0.35),
      .element("text", Attribute("x", item.x + symbol), Attribute("y", baseline)) {
        TextMeasure.fitted(item.text, width: size.width - item.x - symbol + 1, fontSize: size.fontSize)
      })
  }

  private func mark(_ mark: Mark, x: Double, width: Double, middle: Double) -> Markup {
    switch mark {
    case .best:
      .void("circle", .class("best"), Attribute("cx", x + 7), Attribute("cy", middle), Attribute("r", 5.5))
    case .spread, .band:
      .void(
        "rect", .class(mark == .spread ? "area spread" : "area"), Attribute("x", x),
        Attribute("y", middle - 5), Attribute("width", width),
        Attribute("height", 10.0))
    case .training, .heldOut:
      .void(
        "line", .class(mark == .training ? "line training" : "line"), Attribute("x1", x),
        Attribute("x2", x + width), Attribute("y1", middle), Attribute("y2", middle))
    }
  }
}
