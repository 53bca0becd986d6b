/// Marks in a plane of two quantities: curves, points, or the outlines of histograms.
package struct PlaneChart: Sendable, Hashable, Codable {
  package enum Unit: String, Sendable, Hashable, Codable { case fraction, plain, count }

  package struct Axis: Sendable, Hashable, Codable {
    package let name: Words
    package let unit: Unit
    /// Whether the axis spans all shares from 0 to 1, whatever the data.
    package let isWhole: Bool

    package init(_ name: Words, _ unit: Unit, isWhole: Bool = false) {
      self.name = name
      self.unit = unit
      self.isWhole = isWhole
    }
  }

  package struct Point: Sendable, Hashable, Codable {
    package let x: Double
    package let y: Double
    /// How many samples it stands for, shown by its size; `nil` where all are alike.
    package let weight: Double?

    package init(_ x: Double, _ y: Double, weight: Double? = nil) {
      self.x = x
      self.y = y
      self.weight = weight
    }
  }

  package enum Form: String, Sendable, Hashable, Codable {
    /// A line through the points.
    case line
    /// A line that first takes the height of the next point and then leads to it.
    case steps
    /// Steps from zero to zero, of which each begins at its point; the last point ends the last step.
    case histogram
    case points
    /// Points with a line through them.
    case linkedPoints
  }

  package struct Series: Sendable, Hashable, Codable {
    /// `nil` where there is one that needs no name.
    package let name: Words?
    package let form: Form
    package let points: [Point]

    package init(_ name: Words?, _ form: Form, _ points: [Point]) {
      self.name = name
      self.form = form
      self.points = points
    }
  }

  /// A straight line to compare with, such as chance.
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

  package let title: Words
  package let x: Axis
  package let y: Axis
  package let series: [Series]
  package let reference: Reference?
  /// What the chart says, in a sentence.
  package let reading: Words
  /// The numbers behind the marks.
  package let numbers: Table

  package init(
    title: Words, x: Axis, y: Axis, series: [Series], reference: Reference? = nil, reading: Words,
    numbers: Table
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.series = series
    self.reference = reference
    self.reading = reading
    self.numbers = numbers
  }

  package var isSound: Bool { numbers.isSound }

  /// Whether both axes span the same, so that the diagonal means something.
  package var isSquare: Bool { x.isWhole && y.isWhole }
}
