/// Lines in a drawing.
enum ChartPath {
  typealias Point = (x: Double, y: Double)

  /// Returns the line through points, broken wherever a point is missing.
  static func line(through points: [Point?]) -> String {
    var path = ""
    var isDrawing = false
    for point in points {
      if let point { path += (isDrawing ? "L" : "M") + text(point) }
      isDrawing = point != nil
    }
    return path
  }

  static func text(_ point: Point) -> String { SVGNumber.text(point.x) + " " + SVGNumber.text(point.y) }
}
