/// A way of writing a digit: the points that the pen passes, stroke by stroke.
///
/// Coordinates are in hundredths of the digit's height, x to the right and y downwards. The path is smooth; a point
/// given twice is a corner.
struct DigitForm: Sendable {
  typealias Point = SIMD2<Float>

  /// The frequency of the form relative to the other forms of its digit.
  let weight: Float
  let strokes: [[Point]]

  init(_ weight: Float, _ strokes: [Point]...) {
    self.weight = weight
    self.strokes = strokes
  }
}
