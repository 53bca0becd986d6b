/// Finds room for the name of a line that ends within a chart: beside its end, clear of all lines and other names.
struct LabelRoom {
  /// A place for a text whose middle line is at `y`.
  struct Place {
    let x: Double
    let y: Double
    /// True if the text ends at `x`, and does not begin there.
    let isBefore: Bool
  }

  private typealias Box = (x: ClosedRange<Double>, y: ClosedRange<Double>)

  private let frame: ChartFrame
  private let lines: [[ChartPath.Point?]]
  private var taken: [Box] = []

  /// - Parameter lines: the points of all lines.
  init(in frame: ChartFrame, among lines: [[ChartPath.Point?]]) {
    self.frame = frame
    self.lines = lines
  }

  /// Returns a place for a name, which is then taken; `nil` if there is no room.
  mutating func place(for text: String, besideEnd end: ChartPath.Point) -> Place? {
    let fontSize = frame.size.fontSize
    let width = TextMeasure.width(text, fontSize: fontSize, isBold: true)
    // A best epoch at the end has a ring, and text is not to touch it.
    let distance = fontSize * 1.3
    let candidates: [Place] =
      [Place(x: end.x + 12, y: end.y, isBefore: false)]
      + [-distance, distance].flatMap { offset in
        [false, true].map { Place(x: end.x, y: end.y + offset, isBefore: $0) }
      }
    for candidate in candidates {
      let start = candidate.isBefore ? candidate.x - width : candidate.x
      let box: Box = (
        start...start + width, candidate.y - fontSize * 0.6...candidate.y + fontSize * 0.6
      )
      if isFree(box) {
        taken.append(box)
        return candidate
      }
    }
    return nil
  }

  private func isFree(_ box: Box) -> Bool {
    box.x.lowerBound >= frame.left && box.x.upperBound <= frame.right && box.y.lowerBound >= frame.top
      && box.y.upperBound <= frame.bottom
      && taken.allSatisfy { !$0.x.overlaps(box.x) || !$0.y.overlaps(box.y) }
      && lines.allSatisfy { line in
        zip(line, line.dropFirst()).allSatisfy { !Self.crosses(from: $0, to: $1, box) }
      }
  }

  /// Returns true if a part of the line between two points is within a box.
  private static func crosses(from start: ChartPath.Point?, to end: ChartPath.Point?, _ box: Box) -> Bool {
    guard let start, let end, end.x > start.x, start.x <= box.x.upperBound, end.x >= box.x.lowerBound else {
      return false
    }
    func height(at x: Double) -> Double { start.y + (end.y - start.y) * (x - start.x) / (end.x - start.x) }
    let heights = [max(start.x, box.x.lowerBound), min(end.x, box.x.upperBound)].map(height)
    return min(heights[0], heights[1]) <= box.y.upperBound && max(heights[0], heights[1]) >= box.y.lowerBound
  }
}
