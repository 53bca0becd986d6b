/// Maps values to coordinates in proportion.
struct LinearScale: Sendable {
  let domain: ClosedRange<Double>
  let start: Double
  let end: Double

  /// - Parameters:
  ///   - start: the coordinate of the domain's lower bound.
  ///   - end: the coordinate of its upper bound; below `start` for an axis that points up.
  init(_ domain: ClosedRange<Double>, from start: Double, to end: Double) {
    self.domain = domain
    self.start = start
    self.end = end
  }

  func callAsFunction(_ value: Double) -> Double {
    let extent = domain.upperBound - domain.lowerBound
    guard extent > 0 else { return (start + end) / 2 }
    return start + (value - domain.lowerBound) / extent * (end - start)
  }
}
