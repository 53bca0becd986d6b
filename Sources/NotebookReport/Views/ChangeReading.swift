import NotebookResults
import Writing

/// The change of a quantity from one fit to another.
struct ChangeReading: Sendable {
  let before: Double
  let after: Double
  /// The standard deviation of the difference over seeds; `nil` if the fits do not share several.
  private let deviation: Double?
  /// A Boolean value that is true if seeds alone explain the difference.
  let isWithinSeeds: Bool
  private let unit: LineChart.Unit
  private let better: LineChart.Better?

  /// Creates a reading; `nil` if the value of either fit is not a number.
  init?(_ card: ChangeCard) {
    before = card.seeds?.before ?? card.before
    after = card.seeds?.after ?? card.after
    guard before.isFinite, after.isFinite else { return nil }
    deviation = card.seeds?.deviation
    isWithinSeeds = card.seeds.map { !$0.isBeyondChance } ?? false
    unit = card.unit
    better = card.better
  }

  /// A Boolean value that is true if the difference is in percentage points.
  var isInPoints: Bool { unit == .fraction }

  /// The difference with its sign and its standard deviation, without its unit.
  var difference: String {
    let text = fixed(abs(after - before))
    let isZero = !text.contains { ("1"..."9").contains($0) }
    let sign = after < before ? "−" : "+"
    if let deviation { return (isZero ? "" : sign) + text + " ± " + fixed(deviation) }
    return (isZero ? "±" : sign) + text
  }

  private func fixed(_ number: Double) -> String {
    NumberFormat.fixed(isInPoints ? number * 100 : number, digits: isInPoints ? 1 : 3)
  }

  var tone: StaticString {
    let isZero = !fixed(abs(after - before)).contains { ("1"..."9").contains($0) }
    if isZero || isWithinSeeds || better == nil { return "change-difference" }
    return (after > before) == (better == .higher) ? "change-difference better" : "change-difference worse"
  }
}

extension Wording {
  func describe(_ reading: ChangeReading) -> String {
    let difference =
      reading.isInPoints ? text(.phrase(.percentagePoints, [reading.difference])) : reading.difference
    return reading.isWithinSeeds ? text(.phrase(.withinSeeds, [difference])) : difference
  }
}

extension English {
  func describe(_ answers: ChangeCard.Answers, _ role: LineChart.Role) -> String {
    "Of \(NumberFormat.integer(answers.count)) answers to \(role == .test ? "test" : "validation") samples, "
      + "\(NumberFormat.integer(answers.becameRight)) became correct and "
      + "\(NumberFormat.integer(answers.becameWrong)) wrong."
      + (answers.examples.isEmpty ? "" : " Shown are frequent confusions.")
  }
}

extension Japanese {
  func describe(_ answers: ChangeCard.Answers, _ role: LineChart.Role) -> String {
    "\(role == .test ? "評価" : "検証")データ\(NumberFormat.integer(answers.count))件のうち、"
      + "\(NumberFormat.integer(answers.becameRight))件が新たに正解、"
      + "\(NumberFormat.integer(answers.becameWrong))件が新たに不正解になりました。"
      + (answers.examples.isEmpty ? "" : "画像は混同の多い組のものです。")
  }
}
