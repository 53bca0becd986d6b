/// One way of writing a digit: the points that the pen goes through, stroke by stroke.
///
/// In hundredths of the digit's height, x to the right and y downwards. The pen moves smoothly; a point given
/// twice is a corner.
struct DigitForm: Sendable {
  typealias Point = SIMD2<Float>

  /// How common the form is, beside the other forms of its digit.
  let weight: Float
  let strokes: [[Point]]

  init(_ weight: Float, _ strokes: [Point]...) {
    self.weight = weight
    self.strokes = strokes
  }
}
