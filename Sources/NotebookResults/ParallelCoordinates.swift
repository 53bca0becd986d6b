/// A chart with an axis for each setting and one for what came out, and a line across them for each trial.
package struct ParallelCoordinates: Sendable, Hashable, Codable {
  package struct Line: Sendable, Hashable, Codable {
    /// The place on each axis; `nil` where the trial has none, as if it failed.
    package let values: [Double?]
    /// The place of the outcome between the worst (0) and the best (1), shown by the colour; `nil` if there is none.
    package let shade: Double?

    package init(_ values: [Double?], shade: Double?) {
      self.values = values
      self.shade = shade
    }
  }

  package let title: Words
  package let axes: [XYChart.Axis]
  package let lines: [Line]
  /// The index of the line that is drawn thick.
  package let best: Int?
  /// A sentence that says what the chart shows.
  package let reading: Words
  /// The numbers of the lines, or a summary of them.
  package let numbers: Table

  package init(
    title: Words, axes: [XYChart.Axis], lines: [Line], best: Int?, reading: Words, numbers: Table
  ) {
    self.title = title
    self.axes = axes
    self.lines = lines
    self.best = best
    self.reading = reading
    self.numbers = numbers
  }

  /// True if each line has a place or `nil` on each axis, and shades lie between 0 and 1.
  package var isSound: Bool {
    numbers.isSound
      && lines.allSatisfy { line in
        line.values.count == axes.count && (0...1).contains(line.shade ?? 0)
          && zip(axes, line.values).allSatisfy { axis, value in value.map(axis.admits) ?? true }
      }
  }
}
