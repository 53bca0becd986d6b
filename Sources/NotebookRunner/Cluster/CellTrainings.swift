/// The trainings of a cell that are known at some time.
package struct CellTrainings: Sendable {
  /// The name of the cell, or its directive and line.
  package let name: String
  let trainings: [PlannedTraining]
  /// The seconds for each number that an epoch processes; `nil` if they are not known.
  let pace: Double?

  /// The seconds that all of them take, stored or not; `nil` if they are not known.
  var seconds: Double? { pace.map { pace in trainings.reduce(0) { $0 + $1.size * pace } } }

  /// Returns those with numbers in a range; `nil` if some of these are not known.
  func with(_ numbers: ClosedRange<Int>?) -> CellTrainings? {
    guard let numbers else { return self }
    guard trainings.indices.contains(numbers.upperBound) else { return nil }
    return CellTrainings(name: name, trainings: Array(trainings[numbers]), pace: pace)
  }

  /// The cell with the range of its trainings that are not done; `nil` if all are.
  package var missing: TrainingSelection? {
    let open = trainings.indices.filter { !trainings[$0].progress().isDone }
    guard let first = open.first, let last = open.last else { return nil }
    return TrainingSelection(cell: name, numbers: first...last)
  }
}

/// Some trainings of a cell: all that are known, or those with numbers in a range.
package struct TrainingSelection: Sendable, Hashable {
  package let cell: String
  /// The numbers of the trainings, from 0, in the order of the cell; `nil` for all.
  package let numbers: ClosedRange<Int>?

  package init(cell: String, numbers: ClosedRange<Int>?) {
    self.cell = cell
    self.numbers = numbers
  }

  /// Reads a cell's name, or a name and numbers as in `search:0-26`.
  package init(_ text: String) {
    guard let match = text.wholeMatch(of: /(.+):(\d+)-(\d+)/), let first = Int(match.output.2),
      let last = Int(match.output.3), first <= last
    else {
      self.init(cell: text, numbers: nil)
      return
    }
    self.init(cell: String(match.output.1), numbers: first...last)
  }

  /// The text from which the selection can be read again.
  package var text: String { numbers.map { "\(cell):\($0.lowerBound)-\($0.upperBound)" } ?? cell }
}
