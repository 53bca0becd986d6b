import Foundation

/// Maps values to coordinates in proportion, or by their powers of ten.
struct AxisScale: Sendable {
  private let scale: LinearScale
  private let isLogarithmic: Bool

  /// - Parameter domain: above zero where the axis is logarithmic.
  init(_ domain: ClosedRange<Double>, isLogarithmic: Bool, from start: Double, to end: Double) {
    let domain = isLogarithmic ? log10(domain.lowerBound)...log10(domain.upperBound) : domain
    scale = LinearScale(domain, from: start, to: end)
    self.isLogarithmic = isLogarithmic
  }

  func callAsFunction(_ value: Double) -> Double { scale(isLogarithmic ? log10(value) : value) }
}
