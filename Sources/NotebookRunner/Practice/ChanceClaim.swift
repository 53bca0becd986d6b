import Datasets
import Diagnostics
import Foundation
import NotebookResults
import Writing

/// A claim that ranks two fits although their results differ by no more than chance alone can explain.
struct ChanceClaim {
  /// The reason why chance explains the difference.
  enum Evidence {
    /// Two standard errors of the difference of two shares, each of so many samples.
    case samples(expected: Double, count: Int, fits: [String])
    /// The paired test over the seeds that the two share.
    case seeds(SeedComparison)
  }

  let claim: Claim
  /// The index of its cell.
  let cell: Int
  let cellLine: Int
  let difference: Double
  let evidence: Evidence

  var notice: Notice {
    let words: Words =
      switch evidence {
      case .samples(let expected, let count, _):
        .phrase(
          .claimWithinChance,
          [claim.source, Self.points(difference), Self.points(expected), NumberFormat.integer(count)])
      case .seeds(let seeds):
        .phrase(.claimWithinSeeds, [claim.source, String(seeds.left.seeds.count), seeds.pText])
      }
    return Notice(.warning, words, line: cellLine)
  }

  /// Returns the comparisons in a claim that holds, each examined alone.
  static func all(
    in claim: Claim, of cell: Int, _ run: RunAdvice
  ) -> [ChanceClaim] {
    guard claim.verdict == .holds, let expect = run.plan.cells[cell].directive as? Expect,
      let expression = expect.expression(at: claim.range)
    else { return [] }
    return expression.rankings.compactMap { greater, lesser in
      guard let ranking = Ranking(greater, above: lesser) else { return nil }
      func finding(_ difference: Double, _ evidence: Evidence) -> ChanceClaim {
        ChanceClaim(
          claim: claim, cell: cell, cellLine: run.plan.cells[cell].line, difference: difference,
          evidence: evidence)
      }
      if ranking.isOfSeeds(run), let seeds = SeedComparison(greater, lesser, run.values) {
        return seeds.supports(.greater) ? nil : finding(abs(seeds.test.difference), .seeds(seeds))
      }
      guard let one = Share(ranking.better, run), let other = Share(ranking.worse, run),
        one.fit != other.fit
      else { return nil }
      let expected = 2 * (one.variance + other.variance).squareRoot()
      let difference = abs(one.value - other.value)
      guard difference < expected else { return nil }
      return finding(
        difference,
        .samples(expected: expected, count: min(one.count, other.count), fits: [one.fit, other.fit]))
    }
  }

  static func points(_ share: Double) -> String { ValueFormat(.points, digits: 2).text(share) }
}

/// The two results of a comparison, on whichever side each is, with the one that is claimed to be better.
private struct Ranking {
  let better: Expression.Path
  let worse: Expression.Path

  /// - Returns: `nil` if the sides do not compare exactly two results or allow for some difference, since
  ///   such claims rank nothing.
  init?(_ greater: Expression, above lesser: Expression) {
    guard let form = LinearForm(.binary(greater, .minus, lesser)), form.terms.count == 2,
      let better = form.terms.first(where: { $0.factor > 0 }),
      let worse = form.terms.first(where: { $0.factor < 0 }),
      better.factor == -worse.factor, form.constant <= 0
    else { return nil }
    self.better = better.path
    self.worse = worse.path
  }

  /// Returns true if both sides are quantities measured with several seeds, of two fits.
  func isOfSeeds(_ run: RunAdvice) -> Bool {
    let evaluator = ExpressionEvaluator(values: run.values)
    return better.root != worse.root
      && [better, worse].allSatisfy { path in
        guard case .seeds(let seeds)? = evaluator.value(at: path), seeds.count > 1 else { return false }
        return run.cells[path.root]?.signature.measured(at: path) != nil
      }
  }
}

/// A share of samples, such as the share of right answers, and the number of samples.
private struct Share {
  let value: Double
  let count: Int
  /// The fit whose answers they are.
  let fit: String

  /// The variance of a binomial distribution, with one right and one wrong answer added so that it is not
  /// zero if all are right (A. Agresti and B. Caffo, "Simple and effective confidence intervals", 2000).
  var variance: Double {
    let size = Double(count) + 2
    let share = (value * Double(count) + 1) / size
    return share * (1 - share) / size
  }

  /// - Returns: `nil` for other quantities, or if the number of samples is unknown.
  init?(_ path: Expression.Path, _ run: RunAdvice) {
    guard let value = ExpressionEvaluator(values: run.values).number(of: .path(path)),
      let cell = run.cells[path.root],
      cell.signature.measured(at: path)?.quantity.countsSamples == true
    else { return nil }
    self.value = value
    switch cell.directive {
    case let evaluate as Evaluate:
      guard case .integer(let count)? = run.values[path.root]?.mean["count"] else { return nil }
      self.count = count
      fit = evaluate.evaluation.fit.name
    case let directive as Fit:
      guard case .fit(let signature) = cell.signature.kind,
        signature.recorded(at: path)?.role.isHeldOut == true,
        let count = directive.validationCount(in: run)
      else { return nil }
      self.count = count
      self.fit = path.root
    default: return nil
    }
    if count == 0 || !(0...1).contains(value) { return nil }
  }
}

extension Fit {
  /// Returns the number of samples measured after each epoch, if it is known without loading them.
  fileprivate func validationCount(in run: RunAdvice) -> Int? {
    func description(_ name: String) -> DatasetDescription? {
      if case .data(let data)? = run.cells[name]?.signature.kind { return data } else { return nil }
    }
    if let validationData {
      return description(validationData.name).flatMap { $0.validatingPart.count(in: $0) }
    }
    guard let validationSplit, let count = description(data.name)?.trainingCount else { return nil }
    return count - Int(Double(count) * (1 - validationSplit))
  }
}

extension Expression {
  /// The pairs that a true claim ranks, each with the greater expression first.
  fileprivate var rankings: [(greater: Expression, lesser: Expression)] {
    switch self {
    case .binary(let left, .and, let right): left.rankings + right.rankings
    case .binary(let left, .greater, let right), .binary(let left, .greaterOrEqual, let right):
      [(left, right)]
    case .binary(let left, .less, let right), .binary(let left, .lessOrEqual, let right): [(right, left)]
    default: []
    }
  }
}
