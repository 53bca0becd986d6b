/// The parts that charts share.
extension ChartFrame {
  /// Returns the vertical axis, with a line across the chart at each of its ticks.
  func verticalAxis(name: Markup? = nil) -> Markup {
    .element("g", .class("axis")) {
      name
      for tick in yTicks {
        let y = y(tick.value)
        Markup.void(
          "line", .class("grid"), Attribute("x1", left), Attribute("x2", right), Attribute("y1", y),
          Attribute("y2", y))
        Markup.element(
          "text", Attribute("x", left - 8), Attribute("y", y + size.fontSize * 0.35),
          Attribute("text-anchor", "end")
        ) { tick.text }
      }
    }
  }

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
  func horizontalAxis(baseline: Double, hasMarks: Bool = true, name: Markup) -> Markup {
    .element("g", .class("axis")) {
      for tick in xTicks {
        let x = x(tick.value)
        if hasMarks {
          Markup.void(
            "line", .class("tick"), Attribute("x1", x), Attribute("x2", x), Attribute("y1", bottom),
            Attribute("y2", bottom + 4))
        }
        Markup.element(
          "text", Attribute("x", x), Attribute("y", baseline), Attribute("text-anchor", "middle")
        ) { tick.text }
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
