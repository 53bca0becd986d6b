import NotebookResults
import Writing

/// The facts that a sentence says about a confusion matrix.
struct ConfusionReading: Sendable, Equatable {
  struct Confusion: Sendable, Equatable {
    let truth: String
    let prediction: String
    let count: Int
    /// The share of the samples of the true class.
    let share: Double
  }

  let total: Int
  let right: Int
  /// The class that all samples were assigned to, if it is only one.
  let onlyPrediction: String?
  /// The most frequent mistakes, up to three; ties are ordered by share.
  let confusions: [Confusion]

  init(_ matrix: ConfusionMatrix) {
    let size = matrix.classes.count
    func count(_ truth: Int, _ prediction: Int) -> Int {
      guard matrix.counts.indices.contains(truth), matrix.counts[truth].indices.contains(prediction) else {
        return 0
      }
      return matrix.counts[truth][prediction]
    }
    let rowSums = (0..<size).map { truth in (0..<size).reduce(0) { $0 + count(truth, $1) } }
    total = rowSums.reduce(0, +)
    right = (0..<size).reduce(0) { $0 + count($1, $1) }
    let answered = (0..<size).filter { prediction in (0..<size).contains { count($0, prediction) > 0 } }
    onlyPrediction = answered.count == 1 && size > 1 ? answered.first.map { matrix.classes[$0] } : nil
    let all = (0..<size).flatMap { truth in
      (0..<size).filter { $0 != truth && count(truth, $0) > 0 }.map { prediction in
        Confusion(
          truth: matrix.classes[truth], prediction: matrix.classes[prediction],
          count: count(truth, prediction),
          share: Double(count(truth, prediction)) / Double(rowSums[truth]))
      }
    }
    let ranked = all.enumerated().sorted { one, other in
      let (first, second) = (one.element, other.element)
      return (first.count, first.share, other.offset) > (second.count, second.share, one.offset)
    }
    confusions = ranked.prefix(3).map(\.element)
  }
}

extension English {
  func describe(_ reading: ConfusionReading) -> String {
    guard reading.total > 0 else { return "There are no samples." }
    let right =
      "\(NumberFormat.integer(reading.right)) of \(NumberFormat.integer(reading.total)) predictions are right."
    if let only = reading.onlyPrediction { return "The answer is always \(only): \(right)" }
    guard !reading.confusions.isEmpty else { return right }
    let pairs = reading.confusions.map { confusion in
      let share = NumberFormat.percent(confusion.share, digits: 1)
      let times = confusion.count == 1 ? "once" : "\(NumberFormat.integer(confusion.count)) times"
      return "\(confusion.truth) taken for \(confusion.prediction) (\(times), \(share) of its row)"
    }
    return "\(right) Most often confused: \(pairs.joined(separator: ", "))."
  }
}

extension Japanese {
  func describe(_ reading: ConfusionReading) -> String {
    guard reading.total > 0 else { return "サンプルがありません。" }
    let right = "\(NumberFormat.integer(reading.total))件のうち\(NumberFormat.integer(reading.right))件の予測が正解です。"
    if let only = reading.onlyPrediction { return "答えは常に\(only)です。\(right)" }
    guard !reading.confusions.isEmpty else { return right }
    let pairs = reading.confusions.map { confusion in
      let share = NumberFormat.percent(confusion.share, digits: 1)
      return
        "\(confusion.truth)を\(confusion.prediction)とした誤り（\(NumberFormat.integer(confusion.count))件、行の\(share)）"
    }
    return "\(right)取り違えが多いのは、\(pairs.joined(separator: "、"))です。"
  }
}
