import Engine

/// The mean and the population standard deviation of every feature, as in scikit-learn's `StandardScaler`.
///
/// A feature that is constant over the training part becomes zero everywhere.
struct Standardization: Sendable {
  private let means: [Double]
  /// The reciprocal of the standard deviation; zero for a constant feature.
  private let factors: [Double]

  init(of samples: Samples) {
    let width = samples.width
    let count = Double(samples.count)
    var sums = [Double](repeating: 0, count: width)
    var squares = [Double](repeating: 0, count: width)
    samples.forEachRow { row in
      for (feature, value) in row.enumerated() { sums[feature] += value }
    }
    let means = sums.map { $0 / count }
    // A second pass around the mean avoids the cancellation that the mean of squares would suffer.
    samples.forEachRow { row in
      for (feature, value) in row.enumerated() {
        let deviation = value - means[feature]
        squares[feature] += deviation * deviation
      }
    }
    self.means = means
    factors = zip(squares, means).map { square, mean in
      let deviation = (square / count).squareRoot()
      // A smaller deviation is only the rounding of the mean.
      return deviation <= abs(mean) * 1e-12 ? 0 : 1 / deviation
    }
  }

  func apply(_ samples: Samples) -> Samples {
    var floats: [Float] = []
    floats.reserveCapacity(samples.count * samples.width)
    samples.forEachRow { row in
      for (feature, value) in row.enumerated() {
        floats.append(Float((value - means[feature]) * factors[feature]))
      }
    }
    return Samples(shape: samples.shape, count: samples.count, storage: .floats(floats))
  }
}

extension Samples {
  /// Calls `body` with the numbers of each sample, as a network reads them.
  fileprivate func forEachRow(_ body: ([Double]) -> Void) {
    var row = [Double](repeating: 0, count: width)
    for sample in 0..<count {
      let start = sample * width
      switch storage {
      case .bytes(let bytes, let scale):
        for feature in 0..<width { row[feature] = Double(Float(bytes[start + feature]) * scale) }
      case .floats(let floats):
        for feature in 0..<width { row[feature] = Double(floats[start + feature]) }
      }
      body(row)
    }
  }
}
