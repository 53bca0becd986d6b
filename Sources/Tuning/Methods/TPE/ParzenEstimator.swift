import Engine

/// A density over the unit cube: a mixture of one kernel for each observed point and one that is wide, the prior.
///
/// A kernel is a product over the axes ("multivariate" in Watanabe, "Tree-Structured Parzen Estimator", 2023).
struct ParzenEstimator {
  private let weights: [Double]
  /// The factors of each kernel, one for each axis.
  private let kernels: [[KernelFactor]]
  private let isLine: [Bool]
  /// The logarithms of the weights, times the factors at their centres.
  private let heights: [Double]
  /// The centres of the factors, kernel by kernel.
  private let centers: [Double]
  /// The fall from the centres: 1 / width of a normal distribution, or the difference in the logarithm of another
  /// choice.
  private let falls: [Double]

  /// - Parameters:
  ///   - points: a number from 0 to 1, or the index of a choice, for each axis.
  ///   - weights: the weights of the points, positive; that of the prior is their mean.
  init(_ points: [[Double]], weights: [Double], axes: [SearchAxis]) {
    let total = weights.reduce(0, +)
    let mean = points.isEmpty ? 1 : total / Double(points.count)
    self.weights = (weights + [mean]).map { $0 / (total + mean) }
    let columns = axes.enumerated().map { index, axis in
      KernelFactor.factors(around: points.map { $0[index] }, on: axis)
    }
    kernels = self.weights.indices.map { kernel in columns.map { $0[kernel] } }
    isLine = axes.map(\.isLine)
    heights = zip(self.weights, kernels).map { weight, factors in
      factors.reduce(Mathematics.naturalLog(weight).high) { $0 + $1.logHeight }
    }
    centers = kernels.flatMap { $0.map(\.center) }
    falls = kernels.flatMap { $0.map(\.fall) }
  }

  /// Returns the logarithm of the density at a point, up to a constant that all estimators on the same axes share.
  func logDensity(at point: [Double]) -> Double {
    var (logs, largest) = (heights, -Double.infinity)
    var index = 0
    for kernel in logs.indices {
      var (squares, choices) = (0.0, 0.0)
      for axis in isLine.indices {
        if isLine[axis] {
          let distance = (point[axis] - centers[index]) * falls[index]
          squares += distance * distance
        } else if point[axis] != centers[index] {
          choices += falls[index]
        }
        index += 1
      }
      logs[kernel] += choices - squares / 2
      largest = max(largest, logs[kernel])
    }
    // Below e^−40 of the largest, a term does not reach the last digit.
    let sum = logs.reduce(0) { $1 < largest - 40 ? $0 : $0 + Self.exponential($1 - largest) }
    return largest + Mathematics.naturalLog(sum).high
  }

  /// Returns a point that is drawn from the density with numbers of [0, 1): one that chooses the kernel, and one for
  /// each axis.
  func sample(_ units: [Double]) -> [Double] {
    var (chosen, rest) = (0, units[0])
    while chosen < kernels.count - 1, rest >= weights[chosen] {
      rest -= weights[chosen]
      chosen += 1
    }
    return zip(kernels[chosen], units.dropFirst()).map { $0.sample($1) }
  }

  /// Returns e^x with a relative error below 1e-14, for x from −40 to 0. It has no divisions: most of the time of a
  /// search is spent here.
  private static func exponential(_ x: Double) -> Double {
    let halvings = (x * 1.4426950408889634).rounded()
    let r = x - halvings * 0.69314718055994531
    let series = reciprocals.reduce(0) { $0 * r + $1 }
    return Double(bitPattern: UInt64(Int(halvings) + 1023) << 52) * series
  }

  /// 1/12!, 1/11!, … 1/0!, the coefficients of the series.
  private static let reciprocals = (0...12).reversed().map { degree in
    1 / (0..<degree).reduce(1.0) { $0 * Double($1 + 1) }
  }
}
