/// Returns a shape as Keras and NumPy write it: `(28, 28)`, and `(10,)` for one dimension.
///
/// - Parameter most: the number of dimensions after which an ellipsis takes the place of the others.
package func shapeText(_ shape: [Int], most: Int = .max) -> String {
  let dimensions = shape.prefix(most).map(String.init) + (shape.count > most ? ["…"] : [])
  return "(" + dimensions.joined(separator: ", ") + (shape.count == 1 ? ",)" : ")")
}
