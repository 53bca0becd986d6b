import NotebookResults

/// The space between a line and its text.
private let gap = 5.0

/// The annotations of a chart over epochs: a thin line at each epoch, and its text above the plot beside the line.
struct ChartAnnotations {
  private struct Item {
    let x: Double
    /// The text in lines that fit, the first on top.
    let lines: [String]
    /// True if the text ends at the line, and does not begin there.
    let isBefore: Bool
    /// The row of the last line of text, counted upwards from the plot.
    var row = 0

    init(_ annotation: ChartStyle.Annotation, in frame: ChartFrame) {
      let size = frame.size
      x = frame.x(Double(annotation.epoch))
      let (before, after) = (x - gap, size.width - x - gap)
      isBefore = ChartAnnotations.width(annotation.text, size) > after && before > after
      lines = TextMeasure.lines(
        annotation.text, width: isBefore ? before : after, fontSize: size.fontSize)
    }

    func span(_ size: ChartSize) -> ClosedRange<Double> {
      let width = lines.map { ChartAnnotations.width($0, size) }.max() ?? 0
      return isBefore ? x - gap - width...x : x...x + gap + width
    }
  }

  static func lineHeight(_ size: ChartSize) -> Double { size.fontSize * 1.3 }

  private let items: [Item]

  /// - Parameter frame: the layout without annotations, which has the same horizontal axis.
  init(_ annotations: [ChartStyle.Annotation], last: Int, in frame: ChartFrame) {
    let all = annotations.filter { $0.epoch <= last }.sorted { $0.epoch < $1.epoch }
      .map { Item($0, in: frame) }
    // Of texts that begin at their lines, those further right are nearer to the plot, and texts that end at their
    // lines are above them, so that few lines cross a text.
    var items: [Item] = []
    for var item in all.filter({ !$0.isBefore }).reversed() + all.filter(\.isBefore) {
      let rivals = items.filter { $0.span(frame.size).overlaps(item.span(frame.size)) }
      item.row = rivals.map { $0.row + $0.lines.count }.max() ?? 0
      items.append(item)
    }
    self.items = items
  }

  /// The number of lines of text above the plot.
  var rows: Int { items.map { $0.row + $0.lines.count }.max() ?? 0 }

  func markup(in frame: ChartFrame) -> Markup? {
    guard !items.isEmpty else { return nil }
    let size = frame.size
    func y(ofRow row: Int) -> Double { frame.top - size.fontSize * 0.6 - Self.lineHeight(size) * Double(row) }
    let lines = items.map { item in
      let top = y(ofRow: item.row + item.lines.count - 1) - size.fontSize * 0.8
      return "M\(ChartPath.text((item.x, top)))V\(SVGNumber.text(frame.bottom))"
    }
    return .element("g", .class("annotations")) {
      Markup.void("path", .class("tick"), Attribute("d", lines.joined()))
      for item in items {
        for (index, text) in item.lines.enumerated() {
          Markup.element(
            "text", .class("category haloed"),
            Attribute("x", item.isBefore ? item.x - gap : item.x + gap),
            Attribute("y", y(ofRow: item.row + item.lines.count - 1 - index)),
            item.isBefore ? Attribute("text-anchor", "end") : .none
          ) { text }
        }
      }
    }
  }

  private static func width(_ text: String, _ size: ChartSize) -> Double {
    TextMeasure.width(text, fontSize: size.fontSize)
  }
}
