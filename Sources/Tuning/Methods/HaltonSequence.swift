/// The sequence of Halton in [0, 1): coordinate d of point i is the mirror image of the digits of i in the base of
/// prime d.
///
/// Large bases give stripes; a seed removes them. It permutes the digits of each place, as in "A randomized Halton
/// algorithm in R" (Owen 2017) and SciPy, and shifts each dimension modulo 1, as Google's tuning playbook does.
package struct HaltonSequence: Sendable {
  private struct Dimension {
    let base: Int
    /// The digit that stands for a digit, for each place after the point, until places are below 2⁻⁵³.
    let permutations: [[Int32]]
    let shift: Double
  }

  private let dimensions: [Dimension]

  /// - Parameters:
  ///   - count: the number of dimensions, at most ``SearchSpace/mostDimensions``.
  ///   - seed: `nil` for the sequence as Halton defined it.
  package init(dimensions count: Int, seed: UInt64?) {
    dimensions = Self.primes(count).enumerated().map { index, base in
      guard let seed else { return Dimension(base: base, permutations: [], shift: 0) }
      let permutations = (0..<Self.places(base)).map { place in
        SearchStream.digits.stream(seed: seed, index: index << 6 | place).permutation(base)
      }
      let shift = SearchStream.shift.stream(seed: seed, index: index).units(1)[0]
      return Dimension(base: base, permutations: permutations, shift: shift)
    }
  }

  /// Returns a point by its index from 0.
  package subscript(index: Int) -> [Double] { dimensions.map { Self.coordinate(index, $0) } }

  private static func coordinate(_ index: Int, _ dimension: Dimension) -> Double {
    let base = dimension.base
    var (rest, digits) = (index, [Int]())
    while rest > 0 || digits.count < dimension.permutations.count {
      let digit = rest % base
      let place = digits.count
      digits.append(place < dimension.permutations.count ? Int(dimension.permutations[place][digit]) : digit)
      rest /= base
    }
    // From the last digit to the first, so that small parts are added first.
    let value = digits.reversed().reduce(0) { ($0 + Double($1)) / Double(base) } + dimension.shift
    return min(value >= 1 ? value - 1 : value, 1 - 0x1p-53)
  }

  /// Returns the number of places until a digit is worth less than 2⁻⁵³.
  private static func places(_ base: Int) -> Int {
    var (count, worth) = (0, 1.0)
    while worth > 0x1p-53 {
      worth /= Double(base)
      count += 1
    }
    return count
  }

  private static func primes(_ count: Int) -> [Int] {
    var primes: [Int] = []
    var candidate = 2
    while primes.count < count {
      if primes.allSatisfy({ !candidate.isMultiple(of: $0) }) { primes.append(candidate) }
      candidate += 1
    }
    return primes
  }
}
