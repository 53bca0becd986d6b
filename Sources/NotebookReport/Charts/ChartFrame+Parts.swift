/// The parts that charts share.
extension ChartFrame {
  /// Returns the vertical axis, with a line across the chart at each of its ticks.
  func verticalAxis(name: Markup? = nil) -> Markup {
    .element("g", .class("axis")) {
      name
      if !yTicks.isEmpty {
        let lines = yTicks.map { tick in
          "M\(ChartPath.text((left, y(tick.value))))H\(SVGNumber.text(right))"
        }
        Markup.void("path", .class("grid"), Attribute("d", lines.joined()))
      }
      Markup.element("g", Attribute("text-anchor", "end")) {
        for tick in yTicks {
          Markup.element(
            "text", Attribute("x", left - 8), Attribute("y", y(tick.value) + size.fontSize * 0.35)
          ) { tick.text }
        }
      }
    }
  }

  /// Returns marks, cut off at the edges of the frame if the author limited the vertical axis.
  ///
  /// - Parameter root: the drawing, whose identifier makes that of the frame unique.
  func cut(_ isLimited: Bool, in root: ChartRoot, @MarkupBuilder marks: () -> Markup) -> Markup {
    guard isLimited else { return marks() }
    let id = root.id + "-frame"
    return MarkupBuilder.buildBlock(
      .element("clipPath", .id(id)) {
        Markup.void(
          "rect", Attribute("x", left), Attribute("y", top), Attribute("width", right - left + 8),
          Attribute("height", bottom - top))
      },
      .element("g", Attribute("clip-path", "url(#\(id))"), content: marks))
  }

  /// Returns a place moved to the nearest edge of the frame if it is above or below it.
  func within(_ point: ChartPath.Point) -> ChartPath.Point { (point.x, min(max(point.y, top), bottom)) }

  /// Returns the horizontal axis with its name centred below it.
  func horizontalAxis(named name: String, hasMarks: Bool = true) -> Markup {
    let baseline = bottom + size.fontSize * 1.6
    return horizontalAxis(
      baseline: baseline, hasMarks: hasMarks,
      name: .element(
        "text", Attribute("x", (left + right) / 2), Attribute("y", baseline + size.fontSize * 1.4),
        Attribute("text-anchor", "middle")
      ) { name })
  }

  /// - Parameters:
  ///   - baseline: the baseline of the ticks' texts.
  ///   - name: the name of the axis, as an element of its own.
  func horizontalAxis(baseline: Double, hasMarks: Bool = true, name: Markup?) -> Markup {
    .element("g", .class("axis")) {
      if hasMarks, !xTicks.isEmpty {
        let marks = xTicks.map { "M\(ChartPath.text((x($0.value), bottom)))v4" }
        Markup.void("path", .class("tick"), Attribute("d", marks.joined()))
      }
      Markup.element("g", Attribute("text-anchor", "middle")) {
        for tick in xTicks {
          Markup.element("text", Attribute("x", x(tick.value)), Attribute("y", baseline)) { tick.text }
        }
      }
      name
    }
  }
}

extension ChartSize {
  /// Returns the line of text above a chart.
  func title(_ text: String) -> Markup {
    .element("text", .class("quantity"), Attribute("x", 0), Attribute("y", fontSize * 1.2)) { text }
  }
}
