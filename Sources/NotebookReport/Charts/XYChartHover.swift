import NotebookResults
import Writing

/// Invisible marks in an XY chart that show their values when a pointer is over them.
struct XYChartHover {
  /// The maximum number of marked points; of more points, only some are marked.
  private static let most = 60

  let chart: XYChart
  let frame: ChartFrame
  let wording: any Wording

  var markup: Markup {
    .element("g", .class("hover")) {
      for series in chart.series where ![.thin, .rings, .strip].contains(series.form) {
        if series.form == .histogram {
          for (bar, next) in zip(series.points, series.points.dropFirst()) where bar.y > 0 {
            mark(
              series, (bar.x + next.x) / 2, frame.y(bar.y),
              "\(text(bar.x, chart.x))–\(text(next.x, chart.x))" + wording.listSeparator
                + text(bar.y, chart.y))
          }
        } else {
          let step = max(1, (series.points.count + Self.most - 1) / Self.most)
          for (index, point) in series.points.enumerated()
          where index % step == 0 && point.x.isFinite && (point.y.isFinite || series.form.isAtEdge) {
            place(point, of: series)
          }
        }
      }
    }
  }

  private func place(_ point: XYChart.Point, of series: XYChart.Series) -> Markup {
    let x = text(point.x, chart.x)
    if series.form.isAtEdge {
      return mark(series, point.x, series.form == .lowerEdge ? frame.bottom : frame.top, x)
    }
    return mark(series, point.x, frame.y(point.y), x + wording.listSeparator + text(point.y, chart.y))
  }

  private func mark(_ series: XYChart.Series, _ x: Double, _ y: Double, _ text: String) -> Markup {
    .element("circle", Attribute("cx", frame.x(x)), Attribute("cy", y), Attribute("r", 7)) {
      Markup.element("title") {
        (series.name.map { wording.text($0) + wording.listSeparator } ?? "") + text
      }
    }
  }

  private func text(_ value: Double, _ axis: XYChart.Axis) -> String {
    if let categories = axis.categories {
      let index = Int(min(max(value, 0), 1e6).rounded())
      return categories.indices.contains(index) ? categories[index] : ""
    }
    return switch axis.unit {
    case .fraction: NumberFormat.percent(value, digits: 1)
    case .plain: NumberFormat.magnitude(value)
    case .count: NumberFormat.fixed(value, digits: 0)
    }
  }
}
