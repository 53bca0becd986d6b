import Options

/// A random matrix whose rows or columns, whichever are longer, are orthogonal and of length `gain` (Saxe et al., 2013).
package struct Orthogonal: Initializer {
  package static let name = "orthogonal"
  package static let abstract =
    "Random directions at right angles, which keep a signal's size over many steps."

  private let gain: Double

  package init(gain: Double = 1) { self.gain = gain }

  package init(_ options: inout OptionReader) {
    gain = options.read(
      "gain", .number(.anyFloat), default: 1, help: "The length of each direction.")
  }

  /// As in Keras, normal numbers of shape (rows, columns), with all dimensions but the last one as rows, become
  /// orthogonal along their shorter side by the QR decomposition with a positive diagonal, which is unique.
  package func values(shape: [Int], from stream: RandomStream) -> [Float] {
    let columns = shape.last ?? 1
    let rows = shape.dropLast().reduce(1, *)
    let (long, short) = (max(rows, columns), min(rows, columns))
    var vectors = NormalSampler.standard(long * short, from: stream).map(Double.init)
    vectors.withUnsafeMutableBufferPointer { Self.orthogonalize($0, count: short, length: long) }
    return (0..<rows * columns).map { place in
      let (row, column) = (place / columns, place % columns)
      return Float(gain * vectors[rows >= columns ? place : column * short + row])
    }
  }

  /// Makes the columns of a (length × count) matrix orthonormal, from the first to the last (Gram and Schmidt). Each sum
  /// is one chain in ascending order of the rows; the inner loops run across columns.
  private static func orthogonalize(
    _ numbers: UnsafeMutableBufferPointer<Double>, count: Int, length: Int
  ) {
    guard let matrix = numbers.baseAddress else { return }
    var products = [Double](repeating: 0, count: count)
    products.withUnsafeMutableBufferPointer { buffer in
      guard let products = buffer.baseAddress else { return }
      for column in 0..<count {
        for other in column..<count { products[other] = 0 }
        for row in 0..<length {
          let (line, own) = (matrix + row * count, matrix[row * count + column])
          for other in column..<count { products[other] += own * line[other] }
        }
        let square = products[column]
        guard square > 0 else { continue }
        let size = square.squareRoot()
        for row in 0..<length {
          let (line, own) = (matrix + row * count, matrix[row * count + column])
          line[column] = own / size
          for other in column + 1..<count { line[other] -= own * (products[other] / square) }
        }
      }
    }
  }
}
