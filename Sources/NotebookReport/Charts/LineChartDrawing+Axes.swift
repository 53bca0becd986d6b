import NotebookResults

/// Title, legend and axes.
extension LineChartDrawing {
  var heading: Markup {
    let baseline = frame.size.fontSize * 1.2
    return .element("g", .class("heading")) {
      Markup.element("text", .class("quantity"), Attribute("x", 0), Attribute("y", baseline)) {
        names.heading
      }
      LineChartLegend(names, size: frame.size).markup
    }
  }

  var verticalAxis: Markup {
    .element("g", .class("axis")) {
      for (value, text) in zip(frame.ticks, frame.tickTexts) {
        let y = frame.y(value)
        Markup.void(
          "line", .class("grid"), Attribute("x1", frame.left), Attribute("x2", frame.right),
          Attribute("y1", y),
          Attribute("y2", y))
        Markup.element(
          "text", Attribute("x", frame.left - 8), Attribute("y", y + frame.size.fontSize * 0.35),
          Attribute("text-anchor", "end")
        ) { text }
      }
    }
  }

  var horizontalAxis: Markup {
    let baseline = frame.bottom + frame.size.fontSize * 1.6
    return .element("g", .class("axis")) {
      for epoch in Ticks.epochs(to: frame.epochs, count: frame.size.epochCount) {
        let x = frame.x(Double(epoch))
        Markup.void(
          "line", .class("tick"), Attribute("x1", x), Attribute("x2", x), Attribute("y1", frame.bottom),
          Attribute("y2", frame.bottom + 4))
        Markup.element(
          "text", Attribute("x", x), Attribute("y", baseline), Attribute("text-anchor", "middle")
        ) {
          String(epoch)
        }
      }
      Markup.element(
        "text", Attribute("x", frame.right + 16), Attribute("y", baseline), Attribute("text-anchor", "start")
      ) { wording.word(.epoch) }
    }
  }
}
