/// An author's choices for the charts of a cell, in place of those that a chart makes by its data.
package struct ChartStyle: Sendable, Hashable {
  /// A thin line at an epoch, with a text beside it.
  package struct Annotation: Sendable, Hashable {
    package let epoch: Int
    package let text: String

    package init(epoch: Int, text: String) {
      self.epoch = epoch
      self.text = text
    }
  }

  /// The text above the charts.
  package var title: String?
  /// The names of the axes.
  package var xLabel: String?
  package var yLabel: String?
  /// The names that replace those of lines: of roles, such as `training`, in a chart of one run, otherwise of runs.
  package var lineNames: [String: String]
  /// The range of the vertical axis, in the quantity's own unit; what is outside is cut off.
  package var ylim: ClosedRange<Double>?
  /// The height of a drawing, and the width of a wide one, in pixels.
  package var height: Int?
  package var width: Int?
  /// The number of small charts or galleries that stand beside one another.
  package var columns: Int?
  package var annotations: [Annotation]

  package init(
    title: String? = nil, xLabel: String? = nil, yLabel: String? = nil, lineNames: [String: String] = [:],
    ylim: ClosedRange<Double>? = nil, height: Int? = nil, width: Int? = nil, columns: Int? = nil,
    annotations: [Annotation] = []
  ) {
    self.title = title
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.lineNames = lineNames
    self.ylim = ylim
    self.height = height
    self.width = width
    self.columns = columns
    self.annotations = annotations
  }

  /// The style of charts about which an author says nothing.
  package static let automatic = ChartStyle()
}

extension LineChart {
  /// Returns the chart with other names for some of its runs.
  package func renamingRuns(_ names: [String: String]) -> LineChart {
    func renamed(_ line: Line) -> Line {
      Line(
        run: names[line.run] ?? line.run, role: line.role, values: line.values, places: line.places,
        band: line.band)
    }
    return LineChart(
      quantity: quantity, unit: unit, better: better, x: x, lines: lines.map(renamed),
      earlier: earlier.map(renamed), chance: chance, scale: scale)
  }
}

extension XYChart {
  /// Returns the chart with an author's names for its axes and for some of its series.
  package func named(by style: ChartStyle) -> XYChart {
    XYChart(
      title: title, x: style.xLabel.map(x.named) ?? x, y: style.yLabel.map(y.named) ?? y,
      series: series.map { series in
        guard case .verbatim(let name)? = series.name, let chosen = style.lineNames[name] else {
          return series
        }
        return Series(.verbatim(chosen), run: series.run, series.form, series.points)
      }, reference: reference, reading: reading, numbers: numbers)
  }
}

extension XYChart.Axis {
  fileprivate func named(_ name: String) -> XYChart.Axis {
    XYChart.Axis(
      .verbatim(name), unit, isWhole: isWhole, isLogarithmic: isLogarithmic, categories: categories)
  }
}
