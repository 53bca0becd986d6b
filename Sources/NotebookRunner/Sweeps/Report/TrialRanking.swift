import Engine
import NotebookResults
import Writing

/// The trials of a sweep from the best to the worst, and the names and colours under which the page shows them.
struct TrialRanking {
  typealias Trial = SweepResults.Trial

  let results: SweepResults
  /// The trials with a score, from the best to the worst; equal ones by number.
  let scored: [Trial]
  /// The trials without a score, by number.
  let failed: [Trial]
  /// The indices of the parameters in which trials differ.
  let varied: [Int]

  private let shades: ScoreRange
  /// The scores that a chart shows; those worse than all of these are marked at its edge.
  private let visible: ScoreRange

  init(_ results: SweepResults) {
    self.results = results
    let direction = results.metric.quantity.better
    scored = results.trials.filter { $0.score?.isFinite ?? false }.sorted { one, other in
      let (isFirst, isSecond) = (one.number == results.best, other.number == results.best)
      if isFirst != isSecond { return isFirst }
      let (first, second) = (one.score ?? 0, other.score ?? 0)
      if first == second { return one.number < other.number }
      return direction == .higher ? first > second : first < second
    }
    failed = results.trials.filter { !($0.score?.isFinite ?? false) }
    varied = results.parameters.indices.filter { index in
      guard let first = results.trials.first?.settings[index] else { return false }
      return results.trials.contains { $0.settings[index] != first }
    }
    let scores = scored.compactMap(\.score)
    shades = ScoreRange(of: scores, better: direction, reach: 3)
    visible = Self.visible(scores, of: results.metric)
  }

  /// Returns the range that a chart of values shows: all of shares, and of other quantities those that are not far
  /// worse than most.
  static func visible(_ values: [Double], of metric: RecordedQuantity) -> ScoreRange {
    ScoreRange(
      of: values, better: metric.quantity.better, reach: metric.quantity.unit == .share ? .infinity : 10)
  }

  var best: Trial? { scored.first }
  var isHigherBetter: Bool { results.metric.quantity.better == .higher }
  var unit: XYChart.Unit { results.metric.quantity.unit == .share ? .fraction : .plain }

  /// The axis of scores.
  var axis: XYChart.Axis { .init(results.score, unit) }

  /// The edge of a chart at which scores are worst.
  var worstEdge: XYChart.Form { isHigherBetter ? .lowerEdge : .upperEdge }

  /// Returns the place of a score between the worst (0) and the best (1), far worse ones left aside.
  func shade(of score: Double) -> Double { shades.share(of: score) }

  /// Returns true if a score lies within the charts rather than far beyond the others.
  func isVisible(_ score: Double) -> Bool { visible.contains(score) }

  /// Returns a trial's score after a number of epochs; `nil` if it has none.
  func score(of trial: Trial, after epochs: Int) -> Double? {
    let curve = trial.curve.prefix(max(0, epochs))
    // The score of a whole trial may be that of an epoch that its fit keeps.
    let isWhole = curve.count == trial.curve.count
    let score = isWhole ? trial.score : results.countsBestEpoch ? bestScore(Array(curve)) : curve.last
    return score.flatMap { $0.isFinite ? $0 : nil }
  }

  func parameter(_ index: Int) -> SweepResults.Parameter { results.parameters[index] }

  /// Returns the name of a parameter as the page shows it.
  func name(_ index: Int) -> String { SettingText.short(parameter(index).name) }

  /// Returns the column of a parameter's settings.
  func column(_ index: Int) -> Table.Column {
    guard case .choices(let choices) = parameter(index).scale else {
      return .init(.verbatim(name(index)), .number)
    }
    return .init(.verbatim(name(index)), choices.allSatisfy { Double($0) != nil } ? .number : .text)
  }

  /// Returns a score for a sentence.
  func text(_ score: Double) -> String {
    if results.metric.quantity.unit == .share { return NumberFormat.percent(score, digits: 2) }
    return abs(score) < 1e6 ? NumberFormat.fixed(score, digits: 4) : NumberFormat.magnitude(score)
  }

  /// Returns a difference of scores for a sentence, in percentage points if they are shares.
  func difference(_ difference: Double) -> String {
    results.metric.quantity.unit == .share
      ? ValueFormat(.points, digits: 2).text(difference) : text(difference)
  }

  func cell(_ score: Double?) -> Table.Cell {
    score.map { cell([$0]) } ?? .empty
  }

  /// Returns a cell for the scores of a trial's seeds, of which there is at least one.
  func cell(_ scores: [Double]) -> Table.Cell { NumberReport.cell(scores, of: results.metric.quantity) }

  /// The score in the middle, or the mean of both; `nil` for none.
  static func median(_ scores: [Double]) -> Double? { quantile(0.5, of: scores) }

  /// Returns the score below which a share of all lies, on a line between its neighbours, as NumPy has it; `nil` for no
  /// scores.
  static func quantile(_ share: Double, of scores: [Double]) -> Double? {
    guard !scores.isEmpty else { return nil }
    let sorted = scores.sorted()
    let place = share * Double(sorted.count - 1)
    let (first, part) = (Int(place), place - place.rounded(.down))
    return part == 0 ? sorted[first] : sorted[first] * (1 - part) + sorted[first + 1] * part
  }

  /// Returns the better end of scores; `nil` for none.
  func bestScore(_ scores: [Double]) -> Double? { isHigherBetter ? scores.max() : scores.min() }
}
