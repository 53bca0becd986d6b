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
  /// The places of names within the chart, by the indices of their labels; all others are in the margin.
  private var inner: [Int: LabelRoom.Place] = [:]
  /// The heights of the names in the margin, by the indices of their labels.
  private let heights: [Int: Double]

  static func lineHeight(_ size: ChartSize) -> Double { size.fontSize * 1.25 }

  /// - Parameter lines: the points of all lines. The name of a line that ends long before the margin stands at its
  ///   end if there is room between them.
  init(_ labels: [Label], in frame: ChartFrame, among lines: [[ChartPath.Point?]] = []) {
    self.labels = labels
    self.frame = frame
    var room = LabelRoom(in: frame, among: lines)
    for (index, label) in labels.enumerated() where label.end.x < frame.right - 40 && !lines.isEmpty {
      inner[index] = room.place(for: label.text, besideEnd: label.end)
    }
    let outer = labels.indices.filter { [inner] in inner[$0] == nil }
    let spread = LabelPlacement.spread(
      outer.map { labels[$0].end.y }, spacing: Self.lineHeight(frame.size), within: frame.top...frame.bottom)
    heights = Dictionary(uniqueKeysWithValues: zip(outer, spread))
  }

  @MarkupBuilder var markup: Markup {
    for (index, label) in labels.enumerated() {
      .element("g", label.style.map { .class("series-", numbered: $0.color) } ?? .class("series-before")) {
        if let place = inner[index] {
          self.inner(label, place)
        } else if let height = heights[index] {
          outer(label, height)
        }
      }
    }
  }

  private func inner(_ label: Label, _ place: LabelRoom.Place) -> Markup {
    .element(
      "text", .class(label.isSecondary ? "label training haloed" : "label haloed"), Attribute("x", place.x),
      Attribute("y", place.y + frame.size.fontSize * 0.35),
      place.isBefore ? Attribute("text-anchor", "end") : .none
    ) { label.text }
  }

  @MarkupBuilder private func outer(_ label: Label, _ height: Double) -> Markup {
    let x = frame.right + 14
    if abs(height - label.end.y) > 3 || label.end.x < frame.right - 1 {
      let line = ChartPath.line(through: [(label.end.x + 7, label.end.y), (x - 3, height)])
      Markup.void("path", .class("leader"), Attribute("d", line))
    }
    Markup.element(
      "text", .class(label.isSecondary ? "label training" : "label"), Attribute("x", x),
      Attribute("y", height + frame.size.fontSize * 0.35)
    ) { label.text }
  }
}
