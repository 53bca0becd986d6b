/// The counts of right and wrong predictions of one class against all others.
package struct BinaryOutcomes: Sendable, Hashable, Codable {
  package enum Outcome: Sendable, CaseIterable {
    case truePositive, falseNegative, falsePositive, trueNegative
  }

  /// The class that counts as positive.
  package let positive: String
  /// The other class, if there are two.
  package let negative: String?
  private let truePositives: Int
  private let falseNegatives: Int
  private let falsePositives: Int
  private let trueNegatives: Int

  /// - Parameters:
  ///   - counts: `counts[truth][prediction]`.
  ///   - positive: the index of the class.
  package init(counts: [[Int]], classes: [String], positive: Int) {
    self.positive = classes[positive]
    negative = classes.count == 2 ? classes[1 - positive] : nil
    truePositives = counts[positive][positive]
    falseNegatives = counts[positive].reduce(0, +) - truePositives
    falsePositives = counts.reduce(0) { $0 + $1[positive] } - truePositives
    let total = counts.joined().reduce(0, +)
    trueNegatives = total - truePositives - falseNegatives - falsePositives
  }

  package var isSound: Bool {
    Count.haveSum([truePositives, falseNegatives, falsePositives, trueNegatives])
  }

  /// The number of samples of the positive class.
  package var positiveCount: Int { truePositives + falseNegatives }

  /// The number of samples predicted as the positive class.
  package var predictedPositiveCount: Int { truePositives + falsePositives }

  package subscript(outcome: Outcome) -> Int {
    switch outcome {
    case .truePositive: truePositives
    case .falseNegative: falseNegatives
    case .falsePositive: falsePositives
    case .trueNegative: trueNegatives
    }
  }
}

/// A measure computed from the four outcomes as a quotient of sums.
package enum BinaryMeasure: Sendable, CaseIterable {
  case accuracy, precision, recall, f1

  package struct Term: Sendable {
    package let factor: Int
    package let outcome: BinaryOutcomes.Outcome

    fileprivate init(_ outcome: BinaryOutcomes.Outcome, times factor: Int = 1) {
      self.factor = factor
      self.outcome = outcome
    }
  }

  package var numerator: [Term] {
    switch self {
    case .accuracy: [Term(.truePositive), Term(.trueNegative)]
    case .precision, .recall: [Term(.truePositive)]
    case .f1: [Term(.truePositive, times: 2)]
    }
  }

  package var denominator: [Term] {
    switch self {
    case .accuracy: [Term(.truePositive), Term(.trueNegative), Term(.falsePositive), Term(.falseNegative)]
    case .precision: [Term(.truePositive), Term(.falsePositive)]
    case .recall: [Term(.truePositive), Term(.falseNegative)]
    case .f1: [Term(.truePositive, times: 2), Term(.falsePositive), Term(.falseNegative)]
    }
  }

  /// - Returns: `nil` if the divisor is zero.
  package func value(of outcomes: BinaryOutcomes) -> Double? {
    let divisor = outcomes.sum(denominator)
    return divisor == 0 ? nil : Double(outcomes.sum(numerator)) / Double(divisor)
  }
}

extension BinaryOutcomes {
  package func sum(_ terms: [BinaryMeasure.Term]) -> Int {
    terms.reduce(0) { $0 + $1.factor * self[$1.outcome] }
  }
}
