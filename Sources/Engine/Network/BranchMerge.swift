/// A way of making one output of the outputs of several branches, by Keras's names.
package enum BranchMerge: String, Sendable, CaseIterable {
  /// The numbers of all branches, side by side along the last dimension.
  case concat
  case sum
  /// The product, number by number.
  case mul
  /// The mean.
  case ave

  /// The most numbers in a merged output of a sample.
  static let largestOutput = 1 << 28

  /// The end of "outputs cannot be …".
  var phrase: String {
    switch self {
    case .concat: "put side by side"
    case .sum: "added"
    case .mul: "multiplied"
    case .ave: "averaged"
    }
  }

  /// Returns whether outputs of two shapes can be merged.
  func joins(_ one: [Int], _ other: [Int]) -> Bool {
    self == .concat ? one.count == other.count && one.dropLast() == other.dropLast() : one == other
  }

  func outputShape(of shapes: [[Int]]) -> [Int] {
    guard let first = shapes.first, self == .concat else { return shapes.first ?? [] }
    return first.dropLast() + [shapes.reduce(0) { $0 + ($1.last ?? 0) }]
  }

  /// Computes some rows of the merged output.
  func forward(_ inputs: [Matrix], _ output: Matrix, rows: Int) {
    for row in 0..<rows {
      var first = 0
      for (index, input) in inputs.enumerated() {
        let (x, y) = (input.row(row), output.row(row) + first)
        if self == .concat { first += input.columns }
        if self == .concat || index == 0 {
          y.update(from: x, count: input.columns)
        } else if self == .mul {
          for column in 0..<input.columns { y[column] *= x[column] }
        } else {
          for column in 0..<input.columns { y[column] += x[column] }
        }
      }
      guard self == .ave else { continue }
      let count = Float(inputs.count)
      for column in 0..<output.columns { output.row(row)[column] /= count }
    }
  }

  /// Computes some rows of the gradient of one branch's output.
  func backward(_ gradient: Matrix, _ inputs: [Matrix], branch: Int, into target: Matrix, rows: Int) {
    let first = self == .concat ? inputs[..<branch].reduce(0) { $0 + $1.columns } : 0
    for row in 0..<rows {
      let g = target.row(row)
      g.update(from: gradient.row(row) + first, count: target.columns)
      switch self {
      case .concat, .sum: break
      case .ave:
        let count = Float(inputs.count)
        for column in 0..<target.columns { g[column] /= count }
      case .mul:
        for (index, input) in inputs.enumerated() where index != branch {
          let x = input.row(row)
          for column in 0..<target.columns { g[column] *= x[column] }
        }
      }
    }
  }
}
