import Engine

/// An axis of the unit cube in which densities are estimated.
enum SearchAxis {
  /// Numbers from 0 to 1, the shares of a distribution.
  case line
  /// Unordered choices by index.
  case choices(Int)

  var isLine: Bool {
    if case .line = self { true } else { false }
  }
}

/// The part of a kernel that lies along one axis.
enum KernelFactor {
  /// A normal distribution that is truncated to [0, 1]: it has a probability below 0, and the mass from 0 to 1, before
  /// it is cut off.
  case normal(center: Double, width: Double, below: Double, mass: Double)
  /// One choice with the probability 1 − ``otherChoices``, the others with the rest in equal shares.
  case choice(Int, of: Int)
  /// Each choice with the same probability.
  case anyChoice(of: Int)

  /// The probability of the choices that were not observed, as Watanabe advises.
  private static let otherChoices = 0.2
  /// The smallest width of a normal distribution.
  private static let narrowest = 0.05

  /// Returns the factors of the observed points, in their order, and that of the prior.
  static func factors(around points: [Double], on axis: SearchAxis) -> [KernelFactor] {
    switch axis {
    case .line:
      zip(points, widths(around: points)).map { normal(center: $0, width: $1) }
        + [normal(center: 0.5, width: 1)]
    case .choices(let count): points.map { .choice(Int($0), of: count) } + [.anyChoice(of: count)]
    }
  }

  /// The number or the choice that was observed; −1 for any choice.
  var center: Double {
    switch self {
    case .normal(let center, _, _, _): center
    case .choice(let observed, _): Double(observed)
    case .anyChoice: -1
    }
  }

  /// The logarithm of the density at the centre, but for the factor 1 / √(2π), which all normal distributions share.
  var logHeight: Double {
    switch self {
    case .normal(_, let width, _, let mass): -Self.log(width * mass)
    case .choice(_, let count): count == 1 ? 0 : Self.log(1 - Self.otherChoices)
    case .anyChoice(let count): -Self.log(Double(count))
    }
  }

  /// 1 / width of a normal distribution; what is added to the logarithm for another choice.
  var fall: Double {
    switch self {
    case .normal(_, let width, _, _): 1 / width
    case .choice(_, let count):
      count == 1 ? 0 : Self.log(Self.otherChoices / Double(count - 1)) - Self.log(1 - Self.otherChoices)
    case .anyChoice: 0
    }
  }

  /// Returns the quantile at a number of [0, 1).
  func sample(_ unit: Double) -> Double {
    switch self {
    case .normal(let center, let width, let below, let mass):
      let share = min(max(below + unit * mass, 0x1p-53), 1 - 0x1p-53)
      return min(max(center + width * Mathematics.normalQuantile(share), 0), 1)
    case .choice(let observed, let count):
      if unit < 1 - Self.otherChoices || count == 1 { return Double(observed) }
      let share = (unit - (1 - Self.otherChoices)) / Self.otherChoices
      let other = min(Int(share * Double(count - 1)), count - 2)
      return Double(other < observed ? other : other + 1)
    case .anyChoice(let count): return Double(min(Int(unit * Double(count)), count - 1))
    }
  }

  private static func normal(center: Double, width: Double) -> KernelFactor {
    // Φ(−9) is below the last digit of the mass.
    let below = center > 9 * width ? 0 : NormalDistribution.cumulative(-center / width)
    let above = 1 - center > 9 * width ? 0 : NormalDistribution.cumulative((center - 1) / width)
    return .normal(center: center, width: width, below: below, mass: 1 - below - above)
  }

  /// Returns the widths of kernels: the larger distance to a neighbour, where the ends and the centre of the prior are
  /// neighbours too (Bergstra et al. 2011).
  ///
  /// They are at least 1 / (2 + n)² of the axis, for n points, so that the first kernels are not too narrow (the
  /// "magic clipping" of Watanabe 2023, with exponent 2), and at least a twentieth.
  private static func widths(around points: [Double]) -> [Double] {
    let kernels = Double(points.count + 2)
    let least = max(narrowest, 1 / (kernels * kernels))
    let all = points + [0.5]
    let order = all.indices.sorted { (all[$0], $0) < (all[$1], $1) }
    var widths = [Double](repeating: 1, count: all.count)
    for (place, index) in order.enumerated() {
      let before = place == 0 ? 0 : all[order[place - 1]]
      let after = place == order.count - 1 ? 1 : all[order[place + 1]]
      widths[index] = min(max(all[index] - before, after - all[index], least), 1)
    }
    return widths.dropLast()
  }

  private static func log(_ x: Double) -> Double { Mathematics.naturalLog(x).high }
}
