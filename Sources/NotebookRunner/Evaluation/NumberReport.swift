import Engine
import NotebookResults
import Writing

/// The report on a model that predicts numbers: a chart of predictions by truth, with its table.
struct NumberReport {
  /// The metrics beside those of the fit.
  static let metrics: [any Metric] = [
    MeanAbsoluteErrorMetric(), MeanSquaredErrorMetric(), RootMeanSquaredError(),
    MeanAbsolutePercentageErrorMetric(), R2Score(),
  ]

  /// The largest number of rows in the table.
  private static let groups = 10

  /// Returns a cell for the values of a quantity, one for each seed, with a power of ten where they are large: a
  /// percentage of a target that is zero has no bound.
  static func cell(_ values: [Double], of quantity: Quantity) -> Table.Cell {
    let mean = values.reduce(0, +) / Double(values.count)
    return abs(mean) < 1e6 ? Table.Cell(values, of: quantity) : .magnitude(mean)
  }

  let truths: [Double]
  let predictions: [Double]
  let score: Double

  /// - Parameters:
  ///   - truth: the target of each sample.
  ///   - predictions: the output for each sample.
  ///   - score: the R² of the predictions.
  init(truth: [Float], predictions: [Float], score: Double) {
    truths = truth.map(Double.init)
    self.predictions = predictions.map(Double.init)
    self.score = score
  }

  var chart: XYChart {
    let all = (truths + predictions).filter(\.isFinite)
    let (low, high) = (all.min() ?? 0, all.max() ?? 1)
    return XYChart(
      title: .label(.predictionsByTruth), x: .init(.label(.truth), .plain),
      y: .init(.label(.prediction), .plain),
      series: [
        .init(
          nil, .points,
          stride(from: 0, to: truths.count, by: thinning.step).map {
            XYChart.Point(truths[$0], predictions[$0])
          })
      ],
      reference: .init(.label(.exactPrediction), from: .init(low, low), to: .init(high, high)),
      reading: reading, numbers: numbers)
  }

  private var thinning: SampleThinning { SampleThinning(count: truths.count) }

  private func error(_ index: Int) -> Double { abs(predictions[index] - truths[index]) }

  private var reading: Words {
    let errors = truths.indices.map(error)
    let mean = errors.reduce(0, +) / Double(max(1, errors.count))
    let whole = Words.phrase(
      .predictionsReading,
      [
        NumberFormat.integer(truths.count), NumberFormat.magnitude(mean),
        NumberFormat.magnitude(errors.max() ?? 0), NumberFormat.fixed(score, digits: 3),
      ])
    return .joined([whole] + thinning.notes)
  }

  /// A table of the samples in the order of their targets, in groups of equal size, as nobody would read all of them.
  private var numbers: Table {
    // Equal targets stay in the order of the data.
    let order = truths.indices.sorted { (truths[$0], $0) < (truths[$1], $1) }
    let count = min(Self.groups, order.count)
    let groups = (0..<count).map { order[($0 * order.count / count)..<(($0 + 1) * order.count / count)] }
    func mean(_ group: ArraySlice<Int>, _ value: (Int) -> Double) -> Double {
      group.reduce(0) { $0 + value($1) } / Double(max(1, group.count))
    }
    return Table(
      title: .label(.predictionsByTruth),
      columns: [
        .init(.label(.lowerEdge), .number), .init(.label(.upperEdge), .number),
        .init(.label(.samples), .number), .init(.label(.meanTruth), .number),
        .init(.label(.meanPrediction), .number),
        .init(Words(MeanAbsoluteErrorMetric().quantity), .number),
      ],
      rows: groups.map { group in
        [
          .magnitude(group.first.map { truths[$0] } ?? 0), .magnitude(group.last.map { truths[$0] } ?? 0),
          .integer(group.count), .magnitude(mean(group) { truths[$0] }),
          .magnitude(mean(group) { predictions[$0] }), .magnitude(mean(group, error)),
        ]
      })
  }
}
