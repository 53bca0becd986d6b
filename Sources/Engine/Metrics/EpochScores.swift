/// The outputs for all samples of an epoch with their classes, for metrics that rank them.
package struct EpochScores: Sendable {
  private var scores: [Float] = []
  private var labels: [Int32] = []
  /// The number of outputs for each sample.
  private var width = 1

  mutating func reset() {
    scores.removeAll(keepingCapacity: true)
    labels.removeAll(keepingCapacity: true)
  }

  /// Includes the first `rows` rows of a batch.
  mutating func add(_ outputs: Matrix, _ targets: TargetBatch, rows: Int) {
    guard let classes = targets.labels else { return }
    width = outputs.columns
    for row in 0..<rows {
      scores.append(contentsOf: UnsafeBufferPointer(start: outputs.row(row), count: width))
      labels.append(classes[row])
    }
  }

  /// Returns the bytes for the scores of an epoch and for one ranking.
  static func memory(samples: Double, outputs: Double, _ average: ClassAverage?) -> Double {
    // Arrays grow to at most twice their size. A ranking takes an order, points and copies.
    let ranked = average == .micro ? samples * max(2, outputs) : samples
    return samples * (outputs * 8 + 8) + ranked * 48
  }

  /// Returns the average of a score over the rankings of the samples by their score for each class; 0 without samples.
  ///
  /// - Parameters:
  ///   - average: `nil` for the score of the second class with a single output, and `macro` otherwise. A macro average is
  ///     over the classes that have a score.
  ///   - score: the score of a ranking, if it is defined.
  func average(_ average: ClassAverage?, _ score: (RankedScores) -> Double?) -> Double {
    if width == 1, average == nil { return score(ranking(ofClass: 1)) ?? 0 }
    let count = max(2, width)
    if average == .micro {
      let all = (0..<labels.count * count).map { self.score(sample: $0 / count, ofClass: $0 % count) }
      let isRight = (0..<labels.count * count).map { Int(labels[$0 / count]) == $0 % count }
      return score(RankedScores(scores: all, isPositive: isRight)) ?? 0
    }
    var (sum, weights) = (0.0, 0.0)
    for index in 0..<count {
      let ranking = ranking(ofClass: index)
      guard let one = score(ranking) else { continue }
      let weight = average == .weighted ? Double(ranking.positives) : 1
      sum += one * weight
      weights += weight
    }
    return weights == 0 ? 0 : sum / weights
  }

  private func ranking(ofClass index: Int) -> RankedScores {
    RankedScores(
      scores: labels.indices.map { score(sample: $0, ofClass: index) },
      isPositive: labels.map { Int($0) == index })
  }

  /// A single output is the score of the second class.
  private func score(sample: Int, ofClass index: Int) -> Float {
    guard width == 1 else { return scores[sample * width + index] }
    return index == 1 ? scores[sample] : 1 - scores[sample]
  }
}

/// A metric that ranks the samples of an epoch by their score for each class.
protocol RankingMetric: Metric {
  var scores: EpochScores { get set }
  var average: ClassAverage? { get }
}

extension RankingMetric {
  package mutating func update(
    _ outputs: Matrix, _ targets: TargetBatch, rows: Int, on engine: ExecutionContext
  ) {
    scores.add(outputs, targets, rows: rows)
  }

  package mutating func reset() { scores.reset() }

  package func check(outputs: Int, targets: TargetForm) throws(TrainingProblem) {
    try checkClasses(outputs: outputs, targets: targets)
  }

  package func check(_ data: LabeledSamples) throws(TrainingProblem) {
    // The micro average compares the scores for all classes, of which each sample has one.
    guard average != .micro, case .classes(let labels, let names) = data.targets, let first = labels.first,
      labels.allSatisfy({ $0 == first })
    else { return }
    throw .metricNeedsOtherClasses(metric: name, onlyClass: names[Int(first)])
  }

  package func memory(samples: Double, outputs: Double) -> Double {
    EpochScores.memory(samples: samples, outputs: outputs, average)
  }
}
