/// The names of lines at their ends, moved so that none covers another.
struct EndLabels {
  struct Label {
    let text: String
    /// The place where its line ends.
    let end: ChartPath.Point
    /// The style of its line; `nil` for that of an earlier run, which is grey.
    let style: SeriesStyle?
    /// True if the line is secondary, as a dashed one is, so that its name is not bold.
    let isSecondary: Bool
  }

  private let labels: [Label]
  private let frame: ChartFrame
  private let heights: [Double]

  static func lineHeight(_ size: ChartSize) -> Double { size.fontSize * 1.25 }

  init(_ labels: [Label], in frame: ChartFrame) {
    self.labels = labels
    self.frame = frame
    heights = LabelPlacement.spread(
      labels.map(\.end.y), spacing: Self.lineHeight(frame.size), within: frame.top...frame.bottom)
  }

  @MarkupBuilder var markup: Markup {
    for (label, height) in zip(labels, heights) { markup(label, height) }
  }

  private func markup(_ label: Label, _ height: Double) -> Markup {
    let x = frame.right + 14
    let isApart = abs(height - label.end.y) > 3 || label.end.x < frame.right - 1
    return .element(
      "g", label.style.map { .class("series-", numbered: $0.color) } ?? .class("series-before")
    ) {
      if isApart {
        let line = ChartPath.line(through: [(label.end.x + 7, label.end.y), (x - 3, height)])
        Markup.void("path", .class("leader"), Attribute("d", line))
      }
      Markup.element(
        "text", .class(label.isSecondary ? "label training" : "label"), Attribute("x", x),
        Attribute("y", height + frame.size.fontSize * 0.35)
      ) { label.text }
    }
  }
}
