/// The style of a run: a colour of Okabe and Ito, and a marker for readers who do not see the colour.
struct SeriesStyle: Sendable {
  /// The number of colours in the style sheet, `series-0` to `series-5`.
  static let colorCount = 6

  private enum Marker: Int, CaseIterable { case circle, square, triangle, diamond, wedge, cross }

  let color: Int
  private let marker: Marker

  /// - Parameter index: the place of the run on its page, or of the series in its chart.
  init(_ index: Int) {
    color = index % Self.colorCount
    // When the colours start over, markers shift by one, so that many runs pass before two look alike.
    let turn = index / Self.colorCount
    marker = Marker.allCases[(index + turn) % Marker.allCases.count]
  }

  /// Returns the marker around a point, as a closed path.
  func path(_ x: Double, _ y: Double) -> String {
    func at(_ dx: Double, _ dy: Double) -> String { SVGNumber.text(x + dx) + " " + SVGNumber.text(y + dy) }
    return switch marker {
    case .circle: "M\(at(-3, 0))a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z"
    case .square: "M\(at(-2.7, -2.7))h5.4v5.4h-5.4z"
    case .triangle: "M\(at(0, -3.6))L\(at(3.4, 2.4))L\(at(-3.4, 2.4))z"
    case .diamond: "M\(at(0, -3.8))L\(at(3.8, 0))L\(at(0, 3.8))L\(at(-3.8, 0))z"
    case .wedge: "M\(at(0, 3.6))L\(at(3.4, -2.4))L\(at(-3.4, -2.4))z"
    case .cross:
      "M\(at(-3.4, -1.2))h2.2v-2.2h2.4v2.2h2.2v2.4h-2.2v2.2h-2.4v-2.2h-2.2z"
    }
  }
}
