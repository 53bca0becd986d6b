import Options

/// A random orthogonal matrix times a gain (Saxe et al., 2014): the columns, or if there are more columns than rows the
/// rows, have length 1 and are perpendicular to each other.
///
/// It is the factor Q of A = QR for a matrix A of standard normal numbers, with a positive diagonal of R. All dimensions
/// before the last count as rows.
package struct Orthogonal: Initializer {
  package static let name = "orthogonal"
  package static let abstract = "Random directions at right angles, which keep the length of a signal."

  private let gain: Double

  package init(gain: Double = 1) { self.gain = gain }

  package init(_ options: inout OptionReader) {
    gain = options.read(
      "gain", .number(.anyFloat), default: 1, help: "The factor that all numbers are multiplied by.")
  }

  /// The number of multiplications that may be needed, some seconds' worth.
  private static let mostWork = 5e9

  package func check(shape: [Int]) throws(ModelProblem) {
    guard shape.count > 1 else { throw .initializerNeedsMatrix(Self.name, shape) }
    let columns = Double(shape.last ?? 1)
    let rows = shape.dropLast().reduce(1.0) { $0 * Double($1) }
    guard rows * columns * min(rows, columns) <= Self.mostWork else {
      throw .initializerIsSlow(Self.name, shape)
    }
  }

  package func values(shape: [Int], from stream: RandomStream) -> [Float] {
    let columns = shape.last ?? 1
    let rows = shape.dropLast().reduce(1, *)
    let (long, short) = (max(rows, columns), min(rows, columns))
    var numbers = NormalSampler.standard(rows * columns, from: stream).map(Double.init)
    numbers.withUnsafeMutableBufferPointer { Self.orthogonalize($0, rows: long, columns: short) }
    guard rows < columns else { return numbers.map { Float(gain * $0) } }
    return (0..<rows).flatMap { row in (0..<columns).map { Float(gain * numbers[$0 * short + row]) } }
  }

  /// Makes the columns of a matrix orthonormal by the modified Gram–Schmidt process. Each sum is one chain in ascending
  /// order of the rows.
  private static func orthogonalize(_ matrix: UnsafeMutableBufferPointer<Double>, rows: Int, columns: Int) {
    guard let matrix = matrix.baseAddress else { return }
    var products = [Double](repeating: 0, count: columns)
    for column in 0..<columns {
      var square = 0.0
      for row in 0..<rows { square += matrix[row * columns + column] * matrix[row * columns + column] }
      let length = square.squareRoot()
      for row in 0..<rows { matrix[row * columns + column] /= length }
      let rest = columns - column - 1
      if rest == 0 { return }
      products.withUnsafeMutableBufferPointer { products in
        for other in 0..<rest { products[other] = 0 }
        for row in 0..<rows {
          let numbers = matrix + row * columns + column
          let own = numbers[0]
          for other in 0..<rest { products[other] += own * numbers[other + 1] }
        }
        for row in 0..<rows {
          let numbers = matrix + row * columns + column
          let own = numbers[0]
          for other in 0..<rest { numbers[other + 1] -= own * products[other] }
        }
      }
    }
  }
}
