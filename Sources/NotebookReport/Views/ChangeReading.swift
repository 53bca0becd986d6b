import NotebookResults
import Writing

/// The change of a quantity's last value from one fit to another.
struct ChangeReading: Sendable {
  let before: Double
  let after: Double
  private let unit: LineChart.Unit
  private let better: LineChart.Better?

  /// Creates a reading; `nil` if the last value of either fit is not a number.
  init?(_ chart: LineChart) {
    guard let before = chart.lines.first?.values.last, let after = chart.lines.last?.values.last,
      before.isFinite, after.isFinite
    else { return nil }
    self.before = before
    self.after = after
    unit = chart.unit
    better = chart.better
  }

  var isInPoints: Bool { unit == .fraction }

  /// The difference with its sign, in percentage points if the quantity is a share.
  var difference: String {
    let difference = isInPoints ? (after - before) * 100 : after - before
    let text = NumberFormat.fixed(abs(difference), digits: isInPoints ? 1 : 3)
    let isZero = !text.contains { ("1"..."9").contains($0) }
    return (isZero ? "±" : difference < 0 ? "−" : "+") + text
  }

  var tone: StaticString {
    if difference.hasPrefix("±") || better == nil { return "change-difference" }
    return (after > before) == (better == .higher) ? "change-difference better" : "change-difference worse"
  }
}

extension English {
  func describe(_ reading: ChangeReading) -> String {
    reading.difference + (reading.isInPoints ? " points" : "")
  }

  func describe(_ answers: ChangeCard.Answers) -> String {
    "Of \(NumberFormat.integer(answers.count)) answers to validation samples, "
      + "\(NumberFormat.integer(answers.becameRight)) became right and "
      + "\(NumberFormat.integer(answers.becameWrong)) became wrong."
  }
}

extension Japanese {
  func describe(_ reading: ChangeReading) -> String {
    reading.difference + (reading.isInPoints ? "ポイント" : "")
  }

  func describe(_ answers: ChangeCard.Answers) -> String {
    "検証サンプル\(NumberFormat.integer(answers.count))件への答えのうち、"
      + "\(NumberFormat.integer(answers.becameRight))件が正しくなり、"
      + "\(NumberFormat.integer(answers.becameWrong))件が誤りになりました。"
  }
}
