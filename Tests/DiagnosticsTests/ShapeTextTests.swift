import Diagnostics
import Testing

@Suite struct ShapeTextTests {
  @Test(
    "A shape is written as Keras and NumPy write it.",
    arguments: [([28, 28], "(28, 28)"), ([10], "(10,)"), ([], "()"), ([-1, 2, 3], "(-1, 2, 3)")])
  func dimensions(_ shape: [Int], _ text: String) { #expect(shapeText(shape) == text) }

  @Test("Of many dimensions the first are written, if so many are not wanted.")
  func many() {
    #expect(shapeText([1, 2, 3], most: 2) == "(1, 2, …)")
    #expect(shapeText([1, 2], most: 2) == "(1, 2)")
  }
}
