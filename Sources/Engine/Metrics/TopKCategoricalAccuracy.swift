import Options

/// The share of samples for whose class fewer than k other outputs are larger, as in Keras.
package struct TopKCategoricalAccuracy: Metric {
  package static let name = "top_k_categorical_accuracy"
  package static let abstract = "The share of samples whose class is among the k most probable ones."

  package let quantity: Quantity
  private let k: Int
  private var right = 0
  private var count = 0

  package init(k: Int = 5) {
    self.k = k
    let plain = Quantity(
      name: Self.name, better: .higher, unit: .share, countsSamples: true,
      label: .init(english: "top-k accuracy", japanese: "上位k正解率"))
    quantity = k == 5 ? plain : plain.with("\(k)", .init(english: "k = \(k)", japanese: "k = \(k)"))
  }

  package init(_ options: inout OptionReader) {
    self.init(
      k: options.read(
        "k", .integer(.within(1...65536)), default: 5, help: "How many of the most probable classes count."))
  }

  package func check(outputs: Int, targets: TargetForm) throws(TrainingProblem) {
    try checkClasses(outputs: outputs, targets: targets)
    guard outputs > 1 else { throw .metricNeedsSeveralOutputs(Self.name) }
  }

  package mutating func update(
    _ outputs: Matrix, _ targets: TargetBatch, rows: Int, on engine: ExecutionContext
  ) {
    guard let labels = targets.labels else { return }
    for row in 0..<rows {
      let y = outputs.row(row)
      let own = y[Int(labels[row])]
      var larger = 0
      for column in 0..<outputs.columns where y[column] > own { larger += 1 }
      // NaN is smaller than nothing, and still no right answer.
      if larger < k, own == own { right += 1 }
    }
    count += rows
  }

  package var value: Double { count == 0 ? 0 : Double(right) / Double(count) }

  package func chance(classes: Int) -> Double? { min(1, Double(k) / Double(classes)) }

  package mutating func reset() { (right, count) = (0, 0) }
}
