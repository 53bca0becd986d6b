/// The agreement of predictions and truth, class by class, as defined by scikit-learn's `classification_report`.
package struct ClassificationReport: Sendable, Hashable {
  /// The scores of one class, or their average over classes.
  package struct Scores: Sendable, Hashable {
    /// The share of the samples predicted to be of the class that are.
    package let precision: Double
    /// The share of the samples of the class that are predicted to be.
    package let recall: Double
    /// The harmonic mean of the two.
    package let f1: Double
    /// The number of samples of the class.
    package let support: Int
    /// The number of samples predicted to be of the class.
    package let predictions: Int

    /// A Boolean value that is false for a class with neither samples nor predictions.
    package var isPresent: Bool { support + predictions > 0 }
  }

  /// The reason why a score is 0 although it is undefined.
  package enum Undefined: Sendable, Hashable {
    /// No sample was predicted to be of the class.
    case precision(classIndex: Int)
    /// No sample is of the class.
    case recall(classIndex: Int)
    /// There are neither samples nor predictions of the class.
    case f1(classIndex: Int)
  }

  /// `counts[truth][predicted]`.
  package let counts: [[Int]]
  package let classes: [Scores]
  /// The unweighted mean over the classes that are present, as scikit-learn takes it if no labels are given.
  package let macro: Scores
  /// The mean over the classes, weighted by support.
  package let weighted: Scores
  package let accuracy: Double
  package let undefined: [Undefined]

  /// - Parameters:
  ///   - truth: the class of each sample, in 0 ..< classes.
  ///   - predicted: the predicted class of each sample.
  package init(truth: [Int32], predicted: [Int32], classes count: Int) {
    var counts = [[Int]](repeating: [Int](repeating: 0, count: count), count: count)
    for (true_, guess) in zip(truth, predicted) { counts[Int(true_)][Int(guess)] += 1 }
    var undefined: [Undefined] = []
    let classes = (0..<count).map { index in
      let right = counts[index][index]
      let support = counts[index].reduce(0, +)
      let guesses = counts.reduce(0) { $0 + $1[index] }
      if guesses == 0 { undefined.append(.precision(classIndex: index)) }
      if support == 0 { undefined.append(.recall(classIndex: index)) }
      if guesses + support == 0 { undefined.append(.f1(classIndex: index)) }
      return Scores(
        precision: guesses == 0 ? 0 : Double(right) / Double(guesses),
        recall: support == 0 ? 0 : Double(right) / Double(support),
        f1: guesses + support == 0 ? 0 : 2 * Double(right) / Double(guesses + support), support: support,
        predictions: guesses)
    }
    let total = classes.reduce(0) { $0 + $1.support }
    func average(_ weight: (Scores) -> Double) -> Scores {
      func mean(_ score: (Scores) -> Double) -> Double {
        classes.reduce(0) { $0 + score($1) * weight($1) }
      }
      return Scores(
        precision: mean(\.precision), recall: mean(\.recall), f1: mean(\.f1), support: total,
        predictions: total)
    }
    self.counts = counts
    self.classes = classes
    self.undefined = undefined
    let present = classes.count(where: \.isPresent)
    macro = average { $0.isPresent ? 1 / Double(present) : 0 }
    weighted = average { total == 0 ? 0 : Double($0.support) / Double(total) }
    let right = (0..<count).reduce(0) { $0 + counts[$1][$1] }
    accuracy = total == 0 ? 0 : Double(right) / Double(total)
  }
}
