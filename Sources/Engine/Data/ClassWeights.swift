/// The weights of classes in the loss of a training.
package enum ClassWeights: Sendable, Hashable {
  /// Weights by which each class that occurs counts as much as any other: n / (k · nᵢ) for the nᵢ of n samples that are
  /// of a class, of which k occur, as scikit-learn's `compute_class_weight` has it.
  case balanced
  /// The weight of each class, from 0.
  case given([Float])

  /// Returns the weight of each class.
  func values(of labels: [Int32], classes: Int) -> [Float] {
    switch self {
    case .given(let weights): return weights
    case .balanced:
      var counts = [Int](repeating: 0, count: classes)
      for label in labels { counts[Int(label)] += 1 }
      let present = counts.count { $0 > 0 }
      return counts.map { $0 == 0 ? 1 : Float(Double(labels.count) / (Double(present) * Double($0))) }
    }
  }
}

extension LabeledSamples {
  /// Returns the samples with other weights: each its own if these are used, times that of its class.
  package func weighted(usingOwn: Bool, by classWeights: ClassWeights?) -> LabeledSamples {
    var weights = usingOwn ? self.weights : nil
    if let classWeights, case .classes(let labels, let names) = targets {
      let values = classWeights.values(of: labels, classes: names.count)
      let ofClasses = labels.map { values[Int($0)] }
      weights = weights.map { zip($0, ofClasses).map(*) } ?? ofClasses
    }
    return LabeledSamples(samples: samples, targets: targets, weights: weights)
  }
}
