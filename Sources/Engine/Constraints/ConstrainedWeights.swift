import CKernels

/// An array of weights in the layout of the kernels, with the sums over the dimensions along which norms are taken.
///
/// The memory of the weights belongs to their parameter, which also keeps this object.
package final class ConstrainedWeights {
  private let weights: UnsafeMutablePointer<Float>
  private let count: Int
  private let rows: Int
  private let rowStride: Int
  private let panels: Int
  private let panelStride: Int
  /// The number of columns of a panel.
  private let width: Int
  /// The index of the norm that each row belongs to, apart from its columns.
  private let groups: [Int]
  /// A Boolean value that indicates whether all columns of a row belong to one norm, not each to its own.
  private let joinsColumns: Bool
  /// One number for each norm: a sum of squares, then the factor of the weights.
  private let sums: UnsafeMutableBufferPointer<Double>

  /// - Parameters:
  ///   - shape: the array's shape in its layer's specification.
  ///   - axes: the dimensions along which norms are taken; `nil` for none at all.
  init(_ parameter: Parameter, shape: [Int], axes: [Int]?) {
    weights = parameter.weightsPointer
    count = parameter.weights.count
    rows = shape.dropLast().reduce(1, *)
    width = min(parameter.paddedColumns, Int(TB_PANEL))
    panels = parameter.paddedColumns / width
    (rowStride, panelStride) = (parameter.rowStride, parameter.panelStride)
    let joined = Set((axes ?? []).map { $0 < 0 ? $0 + shape.count : $0 })
    joinsColumns = joined.contains(shape.count - 1)
    var groups = [0]
    var norms = 1
    for (dimension, length) in shape.dropLast().enumerated() where axes != nil {
      let isJoined = joined.contains(dimension)
      groups = groups.flatMap { group in (0..<length).map { isJoined ? group : group * length + $0 } }
      if !isJoined { norms *= length }
    }
    self.groups = groups
    sums = .allocate(capacity: axes == nil ? 0 : norms * (joinsColumns ? 1 : parameter.paddedColumns))
  }

  deinit { sums.deallocate() }

  /// Returns the largest number of bytes of the object for an array of a shape.
  static func bytes(shape: [Int]) -> Double {
    let rows = shape.dropLast().reduce(1.0) { $0 * Double($1) }
    // Each of the four gates of a recurrent layer, and all of them together, may be padded.
    let columns = Double(shape.last ?? 1) + Double(4 * TB_LANES + TB_PANEL)
    return rows * 8 + rows * columns * 8
  }

  /// Replaces each number.
  func replace(_ number: (Float) -> Float) {
    for index in 0..<count { weights[index] = number(weights[index]) }
  }

  /// Multiplies the weights of each norm by a factor that depends on it. Sums are of type `Double`, in row order.
  func scale(_ factor: (_ norm: Double) -> Double) {
    sums.initialize(repeating: 0)
    eachRow { numbers, sums in
      if joinsColumns {
        for column in 0..<width { sums[0] += Double(numbers[column]) * Double(numbers[column]) }
      } else {
        for column in 0..<width { sums[column] += Double(numbers[column]) * Double(numbers[column]) }
      }
    }
    for index in sums.indices { sums[index] = factor(sums[index].squareRoot()) }
    eachRow { numbers, factors in
      if joinsColumns {
        let factor = Float(factors[0])
        for column in 0..<width { numbers[column] *= factor }
      } else {
        for column in 0..<width { numbers[column] *= Float(factors[column]) }
      }
    }
  }

  /// Calls `body` with the numbers of each row in each panel, in row order, and with the first of their norms.
  @inline(__always)
  private func eachRow(
    _ body: (_ numbers: UnsafeMutablePointer<Float>, _ norms: UnsafeMutablePointer<Double>) -> Void
  ) {
    guard let first = sums.baseAddress else { return }
    for row in 0..<rows {
      for panel in 0..<panels {
        let norm = joinsColumns ? groups[row] : (groups[row] * panels + panel) * width
        body(weights + row * rowStride + panel * panelStride, first + norm)
      }
    }
  }
}
