/// The values of a dimension and their distribution, by the names of Weights & Biases, where `min` and `max` are
/// numbers of the domain itself.
///
/// Only a domain without a ``problem`` has values; ``SearchDimension`` takes no other.
package enum SearchDomain: Sendable, Hashable {
  /// One choice.
  case constant
  /// Choices by index, each as probable as another. They are ordered if they are numbers in ascending or descending
  /// order, so that neighbours are alike.
  case categorical(count: Int, isOrdered: Bool)
  /// Integers from `min` to `max`, each as probable as another.
  case intUniform(min: Int, max: Int)
  case uniform(min: Double, max: Double)
  /// Multiples of `q`: round(x / q) · q for a uniform x, kept between `min` and `max`.
  case qUniform(min: Double, max: Double, q: Double)
  /// Numbers whose logarithm is uniform. This is also `inv_log_uniform_values`: if ln x is uniform, so is ln(1 / x).
  case logUniformValues(min: Double, max: Double)
  /// Multiples of `q`: round(x / q) · q for a log-uniform x, kept between `min` and `max`.
  case qLogUniformValues(min: Double, max: Double, q: Double)
  /// Numbers x below 1 for which 1 − x is log-uniform, as befits a momentum. Weights & Biases has no name for it.
  case complementLogUniformValues(min: Double, max: Double)
  case normal(mu: Double, sigma: Double)
  /// Numbers whose logarithm is normal.
  case logNormal(mu: Double, sigma: Double)
}

extension SearchDomain {
  /// The number of values; `nil` for a domain of real numbers.
  package var count: Int? {
    switch self {
    case .constant: 1
    case .categorical(let count, _): count
    case .intUniform(let min, let max): max - min + 1
    case .qUniform(let min, let max, let q), .qLogUniformValues(let min, let max, let q):
      Multiples(of: q, from: min, to: max).count
    default: nil
    }
  }

  /// True if all values are whole numbers that an `Int` can hold.
  package var isWhole: Bool {
    switch self {
    case .intUniform: true
    case .qUniform(let min, let max, let q), .qLogUniformValues(let min, let max, let q):
      q == q.rounded() && abs(min) < 1e15 && abs(max) < 1e15
    default: false
    }
  }

  /// True if neighbouring values are alike, as numbers are.
  package var isOrdered: Bool {
    switch self {
    case .constant: false
    case .categorical(_, let isOrdered): isOrdered
    default: true
    }
  }

  /// The smallest and the largest number; `nil` for choices, and for the normal distributions, which have no ends.
  package var range: ClosedRange<Double>? {
    switch self {
    case .constant, .categorical, .normal, .logNormal: nil
    case .intUniform(let min, let max): Double(min)...Double(max)
    case .uniform(let min, let max), .logUniformValues(let min, let max),
      .complementLogUniformValues(let min, let max), .qUniform(let min, let max, _),
      .qLogUniformValues(let min, let max, _):
      min...max
    }
  }

  /// True if equal factors are equal distances.
  package var isLogarithmic: Bool {
    switch self {
    case .logUniformValues, .qLogUniformValues, .logNormal: true
    default: false
    }
  }
}
