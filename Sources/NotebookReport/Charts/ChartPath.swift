/// Lines in a drawing.
enum ChartPath {
  typealias Point = (x: Double, y: Double)

  /// Returns the line through points, broken wherever a point is missing.
  ///
  /// All points but the first of a piece are written by their distance from the one before, which is shorter.
  static func line(through points: [Point?]) -> String {
    var path = ""
    var last: (x: Int, y: Int)?
    for (index, point) in points.enumerated() {
      guard let point else {
        last = nil
        continue
      }
      let place = (x: SVGNumber.tenths(point.x), y: SVGNumber.tenths(point.y))
      if let last {
        let distance = (
          x: SVGNumber.text(tenths: place.x - last.x), y: SVGNumber.text(tenths: place.y - last.y)
        )
        let isFirst = index < 2 || points[index - 2] == nil
        path += (isFirst ? "l" : distance.x.hasPrefix("-") ? "" : " ") + distance.x
        path += (distance.y.hasPrefix("-") ? "" : " ") + distance.y
      } else {
        path += "M" + text(point)
      }
      last = place
    }
    return path
  }

  /// Returns a diagonal cross around a point.
  static func cross(_ x: Double, _ y: Double) -> String { "M" + text((x - 3.5, y - 3.5)) + "l7 7m0 -7l-7 7" }

  /// Returns a level line around a point.
  static func dash(_ x: Double, _ y: Double) -> String { "M" + text((x - 9, y)) + "h18" }

  /// Returns a circle around a point.
  static func circle(_ x: Double, _ y: Double, radius: Double) -> String {
    let arc = "a\(text((radius, radius))) 0 1 0 "
    return "M" + text((x - radius, y)) + arc + text((2 * radius, 0)) + arc + text((-2 * radius, 0)) + "z"
  }

  /// Returns a square around a point.
  static func square(_ x: Double, _ y: Double, side: Double) -> String {
    "M" + text((x - side / 2, y - side / 2))
      + "h\(SVGNumber.text(side))v\(SVGNumber.text(side))h\(SVGNumber.text(-side))z"
  }

  static func text(_ point: Point) -> String { SVGNumber.text(point.x) + " " + SVGNumber.text(point.y) }
}
