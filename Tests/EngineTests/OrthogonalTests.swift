import Engine
import Testing

@Suite struct OrthogonalTests {
  private let stream = RandomStream(seed: 5, purpose: .initialization)

  private func rows(_ values: [Float], _ width: Int) -> [[Double]] {
    stride(from: 0, to: values.count, by: width).map { values[$0..<$0 + width].map(Double.init) }
  }

  private func transposed(_ matrix: [[Double]]) -> [[Double]] {
    (matrix.first ?? []).indices.map { column in matrix.map { $0[column] } }
  }

  private func product(_ one: [Double], _ other: [Double]) -> Double {
    zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
  }

  @Test(
    "The columns of a tall matrix and the rows of a wide one are orthonormal.",
    arguments: [[40, 40], [50, 30], [30, 50], [3, 3, 2, 16], [1, 9]])
  func isOrthonormal(shape: [Int]) {
    let matrix = rows(Orthogonal(gain: 2).values(shape: shape, from: stream), shape.last ?? 1)
    let vectors = matrix.count < (shape.last ?? 1) ? matrix : transposed(matrix)
    for (index, one) in vectors.enumerated() {
      for (place, other) in vectors.enumerated() {
        #expect(abs(product(one, other) - (index == place ? 4 : 0)) < 2e-6)
      }
    }
  }

  @Test("The matrix is the factor Q of the normal numbers, with a positive diagonal of R.")
  func isFactor() {
    let normal = transposed(rows(RandomNormal(deviation: 1).values(shape: [30, 20], from: stream), 20))
    let q = transposed(rows(Orthogonal().values(shape: [30, 20], from: stream), 20))
    for row in 0..<20 {
      for column in 0..<20 {
        let r = product(q[row], normal[column])
        if row > column { #expect(abs(r) < 1e-5) }
        if row == column { #expect(r > 0) }
      }
    }
  }

  @Test("An identity has its gain on the diagonal and zeros elsewhere.")
  func identity() {
    #expect(Identity(gain: 3).values(shape: [2, 3], from: stream) == [3, 0, 0, 0, 3, 0])
    #expect(Identity().values(shape: [3, 1], from: stream) == [1, 0, 0])
  }
}
