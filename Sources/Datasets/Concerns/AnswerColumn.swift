import Engine

extension Targets {
  /// Returns the first feature that gives the answer away: it equals the target in each row, or has a value of its own
  /// for each class.
  func answerColumn(among rows: [Float], width: Int) -> Int? {
    guard rows.count >= CSVTable.fewestTellingRows * width else { return nil }
    return (0..<width).first { column in
      switch self {
      case .numbers(let numbers, _):
        numbers.contains { $0 != numbers[0] }
          && numbers.indices.allSatisfy { rows[$0 * width + column] == numbers[$0] }
      case .inputs: false
      case .classes(let labels, let names):
        names.count > 1 && Self.tells(labels, classes: names.count) { rows[$0 * width + column] }
      }
    }
  }

  private static func tells(_ labels: [Int32], classes: Int, _ value: (_ row: Int) -> Float) -> Bool {
    var values = [Float?](repeating: nil, count: classes)
    for (row, label) in labels.enumerated() {
      if let known = values[Int(label)], known != value(row) { return false }
      values[Int(label)] = value(row)
    }
    return Set(values.compactMap(\.self)).count == classes
  }
}
