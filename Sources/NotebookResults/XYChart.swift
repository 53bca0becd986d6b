/// A chart of two quantities over each other: curves, points, or the outlines of histograms.
package struct XYChart: Sendable, Hashable, Codable {
  package enum Unit: String, Sendable, Hashable, Codable { case fraction, plain, count }

  package struct Axis: Sendable, Hashable, Codable {
    package let name: Words
    package let unit: Unit
    /// True if the axis covers all shares from 0 to 1, whatever the data.
    package let isWhole: Bool
    /// The names of the places 0, 1, …; `nil` for an axis of numbers.
    package let categories: [String]?
    /// The scale; `nil` for a linear one, as in results that were stored without it.
    private let scale: LineChart.Scale?

    package init(
      _ name: Words, _ unit: Unit, isWhole: Bool = false, isLogarithmic: Bool = false,
      categories: [String]? = nil
    ) {
      self.name = name
      self.unit = unit
      self.isWhole = isWhole
      self.categories = categories
      scale = isLogarithmic ? .log : nil
    }

    /// False if the chart's title says the name.
    package var isNamed: Bool { name != .verbatim("") }

    /// True if equal distances are equal factors; the axis then has numbers above zero alone.
    package var isLogarithmic: Bool { scale == .log }

    /// Returns true if the axis has a place for a number; points may lie up to one half beside their category.
    package func admits(_ value: Double) -> Bool {
      if let categories { return value >= -0.5 && value <= Double(categories.count) - 0.5 }
      return !isLogarithmic || value > 0
    }
  }

  package struct Point: Sendable, Hashable, Codable {
    package let x: Double
    package let y: Double
    /// The number of samples that the point represents, shown by its size; `nil` if all are alike.
    package let weight: Double?
    /// The place of the point's value between the worst (0) and the best (1), shown by its colour.
    package let shade: Double?

    package init(_ x: Double, _ y: Double, weight: Double? = nil, shade: Double? = nil) {
      self.x = x
      self.y = y
      self.weight = weight
      self.shade = shade
    }
  }

  package enum Form: String, Sendable, Hashable, Codable {
    /// A line through the points.
    case line
    /// A line that first moves to the height of the next point and then leads to it.
    case steps
    /// Steps from zero to zero, each of which begins at its point; the last point ends the last step.
    case histogram
    case points
    /// Points with a line through them.
    case linkedPoints
    /// A thin grey line behind the other series.
    case thin
    /// Rings around points of other series.
    case rings
    /// Crosses, for trials that failed.
    case crosses
    /// Short level lines, for means of other series.
    case dashes
    /// Bars in a strip below the chart, each from its point to the next and as high as its weight.
    case strip
    /// Crosses at an edge of the chart, for points that have no height on its axis, whatever theirs is.
    case lowerEdge, upperEdge

    package var isAtEdge: Bool { self == .lowerEdge || self == .upperEdge }
  }

  package struct Series: Sendable, Hashable, Codable {
    /// The name; `nil` if there is only one series, which needs none.
    package let name: Words?
    /// The run that it shows, whose colour it has; `nil` if it shows none.
    package let run: String?
    package let form: Form
    package let points: [Point]

    package init(_ name: Words?, run: String? = nil, _ form: Form, _ points: [Point]) {
      self.name = name
      self.run = run
      self.form = form
      self.points = points
    }
  }

  /// A straight line for comparison, such as chance.
  package struct Reference: Sendable, Hashable, Codable {
    package let name: Words
    package let from: Point
    package let to: Point

    package init(_ name: Words, from: Point, to: Point) {
      self.name = name
      self.from = from
      self.to = to
    }
  }

  /// A few words at a place in the chart.
  package struct Note: Sendable, Hashable, Codable {
    package let text: Words
    package let place: Point
    /// True if the words end at the place instead of beginning there.
    package let isBefore: Bool

    package init(_ text: Words, at place: Point, isBefore: Bool = false) {
      self.text = text
      self.place = place
      self.isBefore = isBefore
    }
  }

  package let title: Words
  package let x: Axis
  package let y: Axis
  package let series: [Series]
  package let reference: Reference?
  /// The number that summarizes the chart; `nil` if there is none.
  package let note: Note?
  /// A sentence that says what the chart shows.
  package let reading: Words
  /// The numbers of the marks.
  package let numbers: Table

  package init(
    title: Words, x: Axis, y: Axis, series: [Series], reference: Reference? = nil,
    note: Note? = nil, reading: Words, numbers: Table
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.series = series
    self.reference = reference
    self.note = note
    self.reading = reading
    self.numbers = numbers
  }

  /// True if the axes have places for all points, and shades lie between 0 and 1.
  package var isSound: Bool {
    let marked = (reference.map { [$0.from, $0.to] } ?? []) + [note?.place].compactMap(\.self)
    return numbers.isSound && marked.allSatisfy { x.admits($0.x) && y.admits($0.y) }
      && series.allSatisfy { series in
        series.points.allSatisfy { point in
          x.admits(point.x) && (series.form.isAtEdge || y.admits(point.y))
            && (0...1).contains(point.shade ?? 0)
        }
      }
  }

  /// True if both axes have the same range, so that the diagonal is meaningful.
  package var isSquare: Bool { x.isWhole && y.isWhole }
}
