import Foundation

/// Maps values to coordinates on a linear or logarithmic scale.
struct ChartScale: Sendable {
  let start: Double
  let end: Double
  private let domain: ClosedRange<Double>
  private let isLogarithmic: Bool

  /// - Parameters:
  ///   - domain: the range of values, above zero if the scale is logarithmic.
  ///   - start: the coordinate of the domain's lower bound.
  ///   - end: the coordinate of its upper bound; below `start` for an axis that points up.
  init(_ domain: ClosedRange<Double>, isLogarithmic: Bool = false, from start: Double, to end: Double) {
    self.domain = isLogarithmic ? log10(domain.lowerBound)...log10(domain.upperBound) : domain
    self.isLogarithmic = isLogarithmic
    self.start = start
    self.end = end
  }

  func callAsFunction(_ value: Double) -> Double {
    let extent = domain.upperBound - domain.lowerBound
    guard extent > 0 else { return (start + end) / 2 }
    return start + ((isLogarithmic ? log10(value) : value) - domain.lowerBound) / extent * (end - start)
  }
}
