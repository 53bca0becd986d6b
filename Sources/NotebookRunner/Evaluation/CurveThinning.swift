import NotebookResults

/// The removal of points that the eye cannot tell from their neighbours.
enum CurveThinning {
  /// The smallest visible distance: about a pixel in a chart on a page.
  private static let least = 1.0 / 300

  /// Returns points of a function so that straight lines between them are nowhere farther from it than a distance on
  /// the vertical axis (D. Douglas and T. Peucker, 1973).
  static func simplified(_ points: [XYChart.Point], within tolerance: Double) -> [XYChart.Point] {
    guard let first = points.first, let last = points.last, points.count > 2 else { return points }
    func distance(_ index: Int) -> Double {
      let slope = (last.y - first.y) / (last.x - first.x)
      return abs(points[index].y - first.y - slope * (points[index].x - first.x))
    }
    guard let farthest = points.indices.max(by: { distance($0) < distance($1) }),
      distance(farthest) > tolerance
    else { return [first, last] }
    return simplified(Array(points[...farthest]), within: tolerance)
      + simplified(Array(points[farthest...]), within: tolerance).dropFirst()
  }

  /// Returns the first and last points of a curve between 0 and 1, and those that are far enough from the last one
  /// kept. The point before a jump is kept too, so that straight parts stay straight.
  static func thinned(_ points: [XYChart.Point]) -> [XYChart.Point] {
    var kept: [XYChart.Point] = []
    for (index, point) in points.enumerated() {
      guard let last = kept.last, index + 1 < points.count else {
        kept.append(point)
        continue
      }
      let next = points[index + 1]
      let isFar = max(abs(point.x - last.x), abs(point.y - last.y)) >= least
      let isCorner = max(abs(next.x - point.x), abs(next.y - point.y)) >= least && point != last
      if isFar || isCorner, !isOnLine(last, point, next) { kept.append(point) }
    }
    return kept
  }

  /// Returns whether a point adds nothing because it lies between the others on a line parallel to an axis.
  private static func isOnLine(
    _ one: XYChart.Point, _ middle: XYChart.Point, _ other: XYChart.Point
  ) -> Bool {
    (one.x == middle.x && middle.x == other.x && (one.y <= middle.y) == (middle.y <= other.y))
      || (one.y == middle.y && middle.y == other.y && (one.x <= middle.x) == (middle.x <= other.x))
  }
}
