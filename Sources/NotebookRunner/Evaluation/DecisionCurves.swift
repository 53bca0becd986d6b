import Engine
import NotebookResults
import Writing

/// The curves of the decision for one class as its threshold moves, and the reliability of its probabilities.
struct DecisionCurves {
  enum Curve: String, CaseIterable {
    case roc
    case precisionRecall = "precision_recall"
    case reliability

    /// The name in expressions of the number that summarizes the curve.
    var valueName: String {
      switch self {
      case .roc: "roc_auc"
      case .precisionRecall: "average_precision"
      case .reliability: "expected_calibration_error"
      }
    }
  }

  private let positive: String
  private let scores: [Float]
  private let isPositive: [Bool]
  private let ranked: RankedScores

  /// - Throws: an error if a score is not finite.
  init(positive: String, scores: [Float], isPositive: [Bool]) throws(CellFailure) {
    guard scores.allSatisfy(\.isFinite) else { throw CellFailure(EvaluationProblem.scoresNotFinite) }
    self.positive = positive
    self.scores = scores
    self.isPositive = isPositive
    ranked = RankedScores(scores: scores, isPositive: isPositive)
  }

  func field(_ curve: Curve) throws(CellFailure) -> Value.Field {
    let value =
      switch curve {
      case .roc: try rocAUC()
      case .precisionRecall: try averagePrecision()
      case .reliability: try calibration().expectedError
      }
    return Value.Field(curve.valueName, .number(value))
  }

  func chart(_ curve: Curve) throws(CellFailure) -> XYChart {
    switch curve {
    case .roc: try roc()
    case .precisionRecall: try precisionRecall()
    case .reliability: try reliability()
    }
  }

  // MARK: ROC

  private func rocAUC() throws(CellFailure) -> Double {
    guard let area = ranked.rocAUC else { throw CellFailure(EvaluationProblem.oneSided(positive)) }
    return area
  }

  private func roc() throws(CellFailure) -> XYChart {
    let area = try rocAUC()
    let half = ranked.point(at: 0.5)
    return XYChart(
      title: .phrase(.rocCurve, [positive]),
      x: .init(.label(.falsePositiveRate), .fraction, isWhole: true),
      y: .init(.label(.truePositiveRate), .fraction, isWhole: true),
      series: [
        .init(
          nil, .line,
          CurveThinning.thinned(
            [.init(0, 0)] + ranked.points.map { .init(falsePositiveRate($0), truePositiveRate($0)) })),
        threshold(.init(falsePositiveRate(half), truePositiveRate(half))),
      ],
      reference: .init(.label(.chance), from: .init(0, 0), to: .init(1, 1)),
      note: .init(.phrase(.areaUnderCurve, [decimal(area)]), at: .init(0.97, 0.06), isBefore: true),
      reading: .phrase(
        .rocReading,
        [decimal(area), positive, percent(truePositiveRate(half)), percent(falsePositiveRate(half))]),
      numbers: table([.truePositiveRate, .falsePositiveRate]) { point in
        [truePositiveRate(point), falsePositiveRate(point)]
      })
  }

  /// The mark of a curve's point at a threshold of one half.
  private func threshold(_ point: XYChart.Point) -> XYChart.Series {
    .init(.phrase(.atThreshold, ["0.5"]), .rings, [point])
  }

  private func truePositiveRate(_ point: RankedScores.Point) -> Double {
    Double(point.truePositives) / Double(ranked.positives)
  }

  private func falsePositiveRate(_ point: RankedScores.Point) -> Double {
    Double(point.falsePositives) / Double(ranked.negatives)
  }

  // MARK: Precision and recall

  private func averagePrecision() throws(CellFailure) -> Double {
    guard let average = ranked.averagePrecision else {
      throw CellFailure(EvaluationProblem.oneSided(positive))
    }
    return average
  }

  private func precisionRecall() throws(CellFailure) -> XYChart {
    let average = try averagePrecision()
    let share = Double(ranked.positives) / Double(scores.count)
    let half = ranked.point(at: 0.5)
    let points = ranked.points.map { XYChart.Point(truePositiveRate($0), precision($0) ?? 1) }
    return XYChart(
      title: .phrase(.precisionRecallCurve, [positive]),
      x: .init(.label(.recall), .fraction, isWhole: true),
      y: .init(.label(.precision), .fraction, isWhole: true),
      // The average is a sum over steps. Before its first threshold, the curve has the precision of that one.
      series: [.init(nil, .steps, CurveThinning.thinned([.init(0, points.first?.y ?? 1)] + points))]
        + (precision(half).map { [threshold(.init(truePositiveRate(half), $0))] } ?? []),
      reference: .init(.label(.chance), from: .init(0, share), to: .init(1, share)),
      note: .init(
        .phrase(.averagePrecisionOf, [decimal(average)]),
        at: .init(0.03, share > 0.5 ? share - 0.09 : share + 0.05)),
      reading: .phrase(.precisionRecallReading, [decimal(average), decimal(share)]),
      numbers: table([.recall, .precision]) { point in [truePositiveRate(point), precision(point)] })
  }

  private func precision(_ point: RankedScores.Point) -> Double? {
    let answers = point.truePositives + point.falsePositives
    return answers == 0 ? nil : Double(point.truePositives) / Double(answers)
  }

  // MARK: Reliability

  private func calibration() throws(CellFailure) -> Calibration {
    guard scores.allSatisfy({ (0...1).contains($0) }) else {
      throw CellFailure(EvaluationProblem.noProbabilities)
    }
    return Calibration(probabilities: scores, isPositive: isPositive)
  }

  private func reliability() throws(CellFailure) -> XYChart {
    let calibration = try calibration()
    let mean = scores.reduce(0) { $0 + Double($1) } / Double(max(1, scores.count))
    let share = Double(ranked.positives) / Double(max(1, scores.count))
    let rows = calibration.bins.map { bin -> [Table.Cell] in
      [
        .words(.verbatim("\(decimal(bin.range.lowerBound, 1))–\(decimal(bin.range.upperBound, 1))")),
        .integer(bin.count), .percent(bin.meanProbability, digits: 1), .percent(bin.positiveShare, digits: 1),
      ]
    }
    return XYChart(
      title: .phrase(.reliability, [positive]),
      x: .init(.label(.meanProbability), .fraction, isWhole: true),
      y: .init(.label(.positiveShare), .fraction, isWhole: true),
      series: [
        .init(
          nil, .linkedPoints,
          calibration.bins.map { .init($0.meanProbability, $0.positiveShare, weight: Double($0.count)) }),
        .init(.label(.samples), .strip, strip(of: calibration)),
      ],
      reference: .init(.label(.perfect), from: .init(0, 0), to: .init(1, 1)),
      // In the corner that the curve of too high or of too low probabilities leaves empty.
      note: .init(
        .phrase(.calibrationErrorOf, [decimal(calibration.expectedError)]),
        at: mean > share ? .init(0.03, 0.92) : .init(0.97, 0.06), isBefore: mean <= share),
      reading: .phrase(
        .reliabilityReading,
        [decimal(calibration.expectedError), "10", percent(mean), percent(share), positive]
      ),
      numbers: Table(
        title: .phrase(.reliability, [positive]),
        columns: [
          .init(.label(.probability), .text), .init(.label(.samples), .number),
          .init(.label(.meanProbability), .number), .init(.label(.positiveShare), .number),
        ], rows: rows))
  }

  /// Returns the edges of the bins, each with the number of samples above it.
  private func strip(of calibration: Calibration) -> [XYChart.Point] {
    calibration.bins.flatMap { bin -> [XYChart.Point] in
      [
        .init(bin.range.lowerBound, 0, weight: Double(bin.count)), .init(bin.range.upperBound, 0, weight: 0),
      ]
    }
  }

  // MARK: Numbers

  /// Returns a table of two rates at round thresholds.
  private func table(_ rates: [Label], _ values: (RankedScores.Point) -> [Double?]) -> Table {
    Table(
      columns: [.init(.label(.threshold), .number)] + rates.map { .init(.label($0), .number) },
      rows: (1...9).map { tenths in
        let threshold = Double(tenths) / 10
        return [.number(threshold, digits: 1)]
          + values(ranked.point(at: threshold)).map { $0.map { .percent($0, digits: 1) } ?? .empty }
      })
  }

  private func decimal(_ number: Double, _ digits: Int = 3) -> String {
    NumberFormat.fixed(number, digits: digits)
  }

  private func percent(_ share: Double) -> String { NumberFormat.percent(share, digits: 1) }
}
