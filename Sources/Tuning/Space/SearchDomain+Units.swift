import Engine

extension SearchDomain {
  /// Returns the value at a share of the distribution, its quantile. Numbers are rounded to four significant digits
  /// and kept within the range.
  ///
  /// - Parameter unit: a number of [0, 1); others are brought into it.
  package func coordinate(at unit: Double) -> SearchCoordinate {
    let unit = unit.isNaN ? 0 : min(max(unit, 0), 1 - 0x1p-53)
    switch self {
    case .constant: return .choice(0)
    case .categorical(let count, _): return .choice(min(Int(unit * Double(count)), count - 1))
    case .intUniform(let min, let max):
      return .integer(Swift.min(min + Int(unit * (Double(max - min) + 1)), max))
    case .qUniform(let min, let max, let q), .qLogUniformValues(let min, let max, let q):
      return .number(Multiples(of: q, from: min, to: max).closest(to: number(at: unit)))
    case .complementLogUniformValues(let min, let max):
      // The digits of a number near 1 are those of its distance from 1.
      let distance = SignificantDigits.round(1 - number(at: unit), to: 4)
      return .number(Swift.min(Swift.max(SignificantDigits.round(1 - distance, to: 15), min), max))
    default:
      let rounded = SignificantDigits.round(number(at: unit), to: 4)
      return .number(range.map { min(max(rounded, $0.lowerBound), $0.upperBound) } ?? rounded)
    }
  }

  /// Returns the coordinate of a domain of finitely many values by its index, in ascending order.
  package func coordinate(index: Int) -> SearchCoordinate {
    switch self {
    case .intUniform(let min, _): .integer(min + index)
    case .qUniform(let min, let max, let q), .qLogUniformValues(let min, let max, let q):
      .number(Multiples(of: q, from: min, to: max)[index])
    default: .choice(index)
    }
  }

  /// Returns the share of the distribution at which a value stands, from 0 to 1: the middle of the shares of a choice
  /// or an integer.
  package func unit(of coordinate: SearchCoordinate) -> Double {
    let place = coordinate.place
    let unit: Double
    switch self {
    case .constant: unit = 0.5
    case .categorical(let count, _): unit = (place + 0.5) / Double(count)
    case .intUniform(let min, let max): unit = (place - Double(min) + 0.5) / (Double(max - min) + 1)
    case .uniform(let min, let max), .qUniform(let min, let max, _):
      unit = Self.share(of: place, from: min, to: max)
    case .logUniformValues(let min, let max), .qLogUniformValues(let min, let max, _):
      unit = Self.logarithmicShare(of: place, from: min, to: max)
    case .complementLogUniformValues(let min, let max):
      unit = 1 - Self.logarithmicShare(of: 1 - place, from: 1 - max, to: 1 - min)
    case .normal(let mu, let sigma): unit = NormalDistribution.cumulative((place - mu) / sigma)
    case .logNormal(let mu, let sigma):
      unit = place > 0 ? NormalDistribution.cumulative((Self.log(place) - mu) / sigma) : 0
    }
    return unit.isNaN ? 0.5 : min(max(unit, 0), 1)
  }

  /// Returns the real number at a share of the distribution, before it is rounded.
  private func number(at unit: Double) -> Double {
    switch self {
    case .constant, .categorical, .intUniform: unit
    case .uniform(let min, let max), .qUniform(let min, let max, _): min + unit * (max - min)
    case .logUniformValues(let min, let max), .qLogUniformValues(let min, let max, _):
      Self.logarithmic(unit, from: min, to: max)
    case .complementLogUniformValues(let min, let max):
      1 - Self.logarithmic(1 - unit, from: 1 - max, to: 1 - min)
    case .normal(let mu, let sigma): mu + sigma * Self.standardNormal(unit)
    case .logNormal(let mu, let sigma): Mathematics.exponential(mu + sigma * Self.standardNormal(unit))
    }
  }

  /// Returns a quantile of the standard normal distribution, within ±``SearchDomain/normalReach``.
  private static func standardNormal(_ unit: Double) -> Double {
    Mathematics.normalQuantile(min(max(unit, 0x1p-33), 1 - 0x1p-33))
  }

  private static func logarithmic(_ unit: Double, from min: Double, to max: Double) -> Double {
    Mathematics.exponential(log(min) + unit * (log(max) - log(min)))
  }

  private static func share(of x: Double, from min: Double, to max: Double) -> Double {
    max > min ? (x - min) / (max - min) : 0.5
  }

  private static func logarithmicShare(of x: Double, from min: Double, to max: Double) -> Double {
    x > 0 ? share(of: log(x), from: log(min), to: log(max)) : 0
  }

  private static func log(_ x: Double) -> Double { Mathematics.naturalLog(x).high }
}
