import NotebookResults

/// Parallel coordinates as one SVG: a line for each trial in the colour of its outcome, the best one thick.
struct ParallelCoordinatesDrawing {
  private let chart: ParallelCoordinates
  private let axes: ParallelAxes
  private let heading: String

  init(_ chart: ParallelCoordinates, size: ChartSize, in context: ViewContext) {
    self.chart = chart
    let wording = context.wording
    heading = context.heading(wording.title(chart.title))
    axes = ParallelAxes(chart, names: chart.axes.map { wording.text($0.name) }, size: size)
  }

  func markup(in root: ChartRoot) -> Markup {
    root.markup(axes.size, height: axes.height) {
      axes.size.title(
        TextMeasure.fitted(
          heading, width: axes.size.width, fontSize: axes.size.fontSize, isBold: true))
      Markup.element("g") { lines }
      for index in chart.axes.indices { axes.markup(index) }
    }
  }

  /// The lines without an outcome first, then from the worst to the best.
  @MarkupBuilder private var lines: Markup {
    let steps = chart.lines.map { $0.shade.map(ShadeStep.init) }
    let others = chart.lines.indices.filter { $0 != chart.best }
    path(others.filter { steps[$0] == nil }, .class("line failed"))
    for step in ShadeStep.all {
      Markup.element("g", step.className) { path(others.filter { steps[$0] == step }, .class("line trial")) }
    }
    if let best = chart.best, chart.lines.indices.contains(best) {
      Markup.element("g", ShadeStep(1).className) {
        path([best], .class("line best-trial"))
        Markup.void(
          "path", .class("marker"),
          Attribute("d", points(best).compactMap { $0 }.map { SeriesStyle(0).path($0.x, $0.y) }.joined()))
      }
    }
  }

  private func path(_ lines: [Int], _ className: Attribute) -> Markup? {
    let path = lines.map { ChartPath.line(through: points($0)) }.joined()
    return path.isEmpty ? nil : .void("path", className, Attribute("d", path))
  }

  private func points(_ line: Int) -> [ChartPath.Point?] {
    chart.lines[line].values.enumerated().map { axis, value in
      value.flatMap { $0.isFinite ? axes.point($0, on: axis) : nil }
    }
  }
}
