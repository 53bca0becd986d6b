/// A reason for which a domain cannot be searched.
package enum SearchDomainProblem: Error, Sendable, Hashable {
  /// There is nothing to choose from, or more than a million choices.
  case numberOfChoices
  /// `min` is above `max`.
  case reversed
  /// A number is not finite, or beyond 1e±100; an integer is beyond ±2⁵³.
  case outOfReach
  /// `min` of a logarithmic domain is not positive.
  case notPositive
  /// `max` of a domain whose distance from 1 is searched is not below 1.
  case notBelowOne
  /// `q` or `sigma` is not positive.
  case notPositiveStep
  /// No multiple of `q` lies in the range, or more than a million do.
  case numberOfMultiples
}

extension SearchDomain {
  /// The largest number of standard deviations that a normal domain reaches.
  static let normalReach = 6.4
  private static let mostValues = 1_000_000
  private static let reach = 1e-100...1e100

  /// The first reason for which the domain cannot be searched; `nil` if it can.
  package var problem: SearchDomainProblem? {
    switch self {
    case .constant: nil
    case .categorical(let count, _): (1...Self.mostValues).contains(count) ? nil : .numberOfChoices
    case .intUniform(let min, let max):
      min.magnitude > 1 << 53 || max.magnitude > 1 << 53 ? .outOfReach : min > max ? .reversed : nil
    case .uniform(let min, let max): Self.rangeProblem(min, max)
    case .logUniformValues(let min, let max): Self.logarithmicProblem(min, max)
    case .complementLogUniformValues(let min, let max):
      Self.rangeProblem(min, max) ?? (max < 1 ? nil : .notBelowOne)
    case .qUniform(let min, let max, let q): Self.rangeProblem(min, max) ?? Self.stepProblem(min, max, q)
    case .qLogUniformValues(let min, let max, let q):
      Self.logarithmicProblem(min, max) ?? Self.stepProblem(min, max, q)
    case .normal(let mu, let sigma):
      Self.isInReach(mu) && Self.isInReach(sigma) ? sigma > 0 ? nil : .notPositiveStep : .outOfReach
    case .logNormal(let mu, let sigma):
      // e^230 is about 1e100.
      abs(mu) + Self.normalReach * abs(sigma) <= 230 ? sigma > 0 ? nil : .notPositiveStep : .outOfReach
    }
  }

  private static func isInReach(_ x: Double) -> Bool { x == 0 || reach.contains(abs(x)) }

  private static func rangeProblem(_ min: Double, _ max: Double) -> SearchDomainProblem? {
    isInReach(min) && isInReach(max) ? min > max ? .reversed : nil : .outOfReach
  }

  private static func logarithmicProblem(_ min: Double, _ max: Double) -> SearchDomainProblem? {
    rangeProblem(min, max) ?? (min > 0 ? nil : .notPositive)
  }

  private static func stepProblem(_ min: Double, _ max: Double, _ q: Double) -> SearchDomainProblem? {
    guard isInReach(q) else { return .outOfReach }
    guard q > 0 else { return .notPositiveStep }
    // Also bounds the multiples themselves, which must be whole numbers in `Double`.
    guard Swift.max(abs(min), abs(max)) / q <= Double(mostValues) * 1e3,
      (max - min) / q <= Double(mostValues),
      Multiples(of: q, from: min, to: max).count > 0
    else { return .numberOfMultiples }
    return nil
  }
}
