import Options

/// The share of samples for which the most probable class is the right one. With a single output, the second of two
/// classes is predicted if the output is above 1/2.
package struct Accuracy: Metric {
  package static let name = "accuracy"
  package static let abstract = "The share of samples that the network gets right."

  package static let quantity = Quantity(
    name: name, better: .higher, unit: .share, countsSamples: true,
    label: .init(english: "accuracy", japanese: "正解率"))

  package var quantity: Quantity { Self.quantity }

  private var right = 0
  private var count = 0

  package init() {}
  package init(_ options: inout OptionReader) {}

  package func check(outputs: Int, targets: TargetForm) throws(TrainingProblem) {
    guard case .classes = targets else { throw .metricNeedsClasses(Self.name) }
  }

  package mutating func update(
    _ outputs: Matrix, _ targets: TargetBatch, rows: Int, on engine: ExecutionContext
  ) {
    guard let labels = targets.labels else { return }
    if outputs.columns == 1 {
      for row in 0..<rows where (outputs.row(row)[0] > 0.5 ? 1 : 0) == labels[row] {
        right += 1
      }
    } else {
      right += engine.kernels.table.pointee.count_right(
        rows, outputs.columns, outputs.stride, outputs.pointer, labels)
    }
    count += rows
  }

  package var value: Double { count == 0 ? 0 : Double(right) / Double(count) }

  package func chance(classes: Int) -> Double? { 1 / Double(classes) }

  package mutating func reset() { (right, count) = (0, 0) }
}
