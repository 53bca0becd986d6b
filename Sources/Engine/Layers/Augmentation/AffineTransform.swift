/// An affine map from the pixels of a new image to places in the old one, both counted from the upper left corner:
/// column · a + row · b + c for the column of the place, and likewise for its row.
package struct AffineTransform: Sendable, Hashable {
  package struct Line: Sendable, Hashable {
    package var column: Double
    package var row: Double
    package var constant: Double

    func callAsFunction(_ column: Int, _ row: Int) -> Double {
      self.column * Double(column) + self.row * Double(row) + constant
    }
  }

  package var column = Line(column: 1, row: 0, constant: 0)
  package var row = Line(column: 0, row: 1, constant: 0)

  package static let identity = AffineTransform()

  private init() {}

  /// Creates a scaling of columns and rows about the middle of an image: by −1, it is a flip.
  package init(scalingColumns columns: Double, rows: Double, ofHeight height: Int, width: Int) {
    column = Line(column: columns, row: 0, constant: Double(width - 1) / 2 * (1 - columns))
    row = Line(column: 0, row: rows, constant: Double(height - 1) / 2 * (1 - rows))
  }

  /// Creates a shift of the old image by so many columns to the right and so many rows down.
  package init(shiftingColumns columns: Double, rows: Double) {
    column.constant = -columns
    row.constant = -rows
  }

  /// Creates a rotation about the middle of an image.
  ///
  /// - Parameter turns: the angle as a share of a full turn, from −1 to 1; the old image turns counterclockwise.
  package init(turning turns: Double, ofHeight height: Int, width: Int) {
    let (sine, cosine) = Mathematics.sineAndCosine(ofHalfTurns: 2 * turns)
    let (x, y) = (Double(width - 1) / 2, Double(height - 1) / 2)
    column = Line(column: cosine, row: -sine, constant: x - x * cosine + y * sine)
    row = Line(column: sine, row: cosine, constant: y - x * sine - y * cosine)
  }
}
