import Diagnostics

/// The numbers that an option allows.
package struct Interval: Sendable, Hashable, CustomStringConvertible {
  package enum Bound: Sendable, Hashable {
    case none
    case closed(Double)
    case open(Double)
  }

  package let lower: Bound
  package let upper: Bound

  package static let any = Interval(lower: .none, upper: .none)
  package static let positive = Interval(lower: .open(0), upper: .none)
  /// Positive numbers that neither vanish nor overflow as 32-bit floats, with room for a product.
  package static let positiveFloat = within(1e-30...1e30)
  /// Zero, and positive numbers that are finite as 32-bit floats.
  package static let nonnegativeFloat = within(0...1e38)
  /// Numbers that are finite as 32-bit floats, as are their differences.
  package static let anyFloat = within(-1e30...1e30)
  package static func atLeast(_ lower: Double) -> Interval { Interval(lower: .closed(lower), upper: .none) }
  package static func within(_ range: ClosedRange<Double>) -> Interval {
    Interval(lower: .closed(range.lowerBound), upper: .closed(range.upperBound))
  }
  package static func within(_ range: Range<Double>) -> Interval {
    Interval(lower: .closed(range.lowerBound), upper: .open(range.upperBound))
  }
  /// The numbers above one, up to another.
  package static func above(_ lower: Double, upTo upper: Double) -> Interval {
    Interval(lower: .open(lower), upper: .closed(upper))
  }
  package static func between(_ lower: Double, _ upper: Double) -> Interval {
    Interval(lower: .open(lower), upper: .open(upper))
  }

  package func contains(_ value: Double) -> Bool {
    guard value.isFinite else { return false }
    let aboveLower =
      switch lower {
      case .none: true
      case .closed(let bound): value >= bound
      case .open(let bound): value > bound
      }
    let belowUpper =
      switch upper {
      case .none: true
      case .closed(let bound): value <= bound
      case .open(let bound): value < bound
      }
    return aboveLower && belowUpper
  }

  package var description: String {
    let lowerText: String? =
      switch lower {
      case .none: nil
      case .closed(let bound): "at least \(OptionValue(.number(bound)))"
      case .open(let bound): "above \(OptionValue(.number(bound)))"
      }
    let upperText: String? =
      switch upper {
      case .none: nil
      case .closed(let bound): "at most \(OptionValue(.number(bound)))"
      case .open(let bound): "below \(OptionValue(.number(bound)))"
      }
    let bounds = [lowerText, upperText].compactMap(\.self)
    return bounds.isEmpty ? "finite" : bounds.joined(separator: " and ")
  }
}

extension Interval: Placeholder {
  package static var placeholder: Interval { .any }
}
