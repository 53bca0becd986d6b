import NotebookResults
import Tuning
import Writing

/// The two sides of a comparison, computed with each of the seeds that their results share.
struct SeedComparison {
  /// The fewest seeds on which a claim may rest.
  static let fewest = 5

  let left: SeedNumbers
  let right: SeedNumbers
  /// The paired test of the left side against the right.
  let test: PairedTest

  /// - Parameter values: the results of the cells, by name.
  /// - Returns: `nil` if fewer than two seeds are shared, or a side is not a finite number with each of them.
  init?(_ left: Expression, _ right: Expression, _ values: [String: Value]) {
    guard let seeds = Self.seeds(of: left.paths + right.paths, values) else { return nil }
    func numbers(_ side: Expression) -> SeedNumbers {
      let known = seeds.compactMap { seed in
        ExpressionEvaluator(values: values, seed: seed).number(of: side).map { (seed, $0) }
      }
      return SeedNumbers(seeds: known.map(\.0), values: known.map(\.1))
    }
    (self.left, self.right) = (numbers(left), numbers(right))
    guard self.left.seeds == seeds, self.right.seeds == seeds else { return nil }
    // Rounding is the same with each seed, so that a test would take it for a difference.
    let others = zip(self.left.values, self.right.values)
      .map { ExpressionEvaluator.areEqual($0, $1) ? $0 : $1 }
    guard let test = PairedTest(self.left.values, others) else { return nil }
    self.test = test
  }

  /// Returns true if the test supports an order of the two sides.
  func supports(_ symbol: Expression.BinaryOperator) -> Bool {
    guard test.isBeyondChance() else { return false }
    return switch symbol {
    case .greater, .greaterOrEqual: test.difference > 0
    case .less, .lessOrEqual: test.difference < 0
    default: false
    }
  }

  /// The difference with its spread, the number of seeds that both sides have, and the probability that chance alone
  /// brings it, for the page.
  ///
  /// - Parameter inShares: true if the claim is made in percent or points.
  func readings(inShares: Bool) -> [Claim.Reading] {
    [
      Claim.Reading(
        path: "difference", value: test.text(isShare: inShares) + (inShares ? "\u{A0}pp" : ""),
        label: .difference),
      Claim.Reading(path: "seeds", value: String(left.seeds.count), label: .seedCount),
      Claim.Reading(path: "p", value: pText),
    ]
  }

  /// The p-value with two significant digits, as far as they say something.
  var pText: String {
    test.p < 0.0001 ? "< 0.0001" : NumberFormat.fixed(test.p, digits: test.p < 0.1 ? 4 : 2)
  }

  /// Returns the seeds that all results with several seeds share; `nil` if there are none.
  private static func seeds(of paths: [Expression.Path], _ values: [String: Value]) -> [Int]? {
    let evaluator = ExpressionEvaluator(values: values)
    return paths.reduce(nil as [Int]?) { common, path in
      guard case .seeds(let each)? = evaluator.value(at: path) else { return common }
      let seeds = each.map(\.seed)
      let known = Set(seeds)
      return common.map { $0.filter(known.contains) } ?? seeds
    }
  }
}
