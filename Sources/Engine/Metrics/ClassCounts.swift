/// The numbers of samples of each class, of predictions of it, and of those that are both.
///
/// The prediction is the class of the first of the largest outputs; with a single output, the second of two classes if
/// the output is above a threshold.
package struct ClassCounts: Sendable {
  /// The counts of one class, or of several together.
  struct Counts: Sendable {
    var right = 0
    var samples = 0
    var predictions = 0

    var isPresent: Bool { samples + predictions > 0 }
  }

  let threshold: Float
  private(set) var classes: [Counts] = []
  /// A Boolean value that indicates whether there is a single output for two classes.
  private(set) var hasSingleOutput = false

  init(threshold: Float = 0.5) { self.threshold = threshold }

  mutating func reset() { classes = [] }

  /// Includes the first `rows` rows of a batch.
  mutating func add(_ outputs: Matrix, _ targets: TargetBatch, rows: Int) {
    guard let labels = targets.labels else { return }
    if classes.isEmpty {
      hasSingleOutput = outputs.columns == 1
      classes = [Counts](repeating: Counts(), count: max(2, outputs.columns))
    }
    for row in 0..<rows {
      let (label, predicted) = (Int(labels[row]), predictedClass(outputs.row(row), outputs.columns))
      classes[label].samples += 1
      classes[predicted].predictions += 1
      if label == predicted { classes[label].right += 1 }
    }
  }

  private func predictedClass(_ outputs: UnsafeMutablePointer<Float>, _ count: Int) -> Int {
    guard count > 1 else { return outputs[0] > threshold ? 1 : 0 }
    var best = 0
    for column in 1..<count where outputs[column] > outputs[best] { best = column }
    return best
  }

  /// The counts of all classes together.
  var total: Counts {
    classes.reduce(into: Counts()) { sum, counts in
      sum.right += counts.right
      sum.samples += counts.samples
      sum.predictions += counts.predictions
    }
  }

  /// Returns the average of a score over the classes; 0 if there are no samples.
  ///
  /// - Parameter average: `nil` for the score of the second class with a single output, and `macro` otherwise.
  func average(_ average: ClassAverage?, _ score: (Counts) -> Double) -> Double {
    guard !classes.isEmpty else { return 0 }
    switch average {
    case nil where hasSingleOutput: return score(classes[1])
    case .micro: return score(total)
    case .weighted:
      let sum = classes.reduce(0.0) { $0 + score($1) * Double($1.samples) }
      return sum / Double(total.samples)
    case nil, .macro:
      let present = classes.filter(\.isPresent)
      return present.reduce(0.0) { $0 + score($1) } / Double(present.count)
    }
  }
}

/// A metric whose value follows from counts of classes.
protocol CountingMetric: Metric {
  var counts: ClassCounts { get set }
}

extension CountingMetric {
  package mutating func update(
    _ outputs: Matrix, _ targets: TargetBatch, rows: Int, on engine: ExecutionContext
  ) {
    counts.add(outputs, targets, rows: rows)
  }

  package mutating func reset() { counts.reset() }

  package func check(outputs: Int, targets: TargetForm) throws(TrainingProblem) {
    try checkClasses(outputs: outputs, targets: targets)
  }
}
