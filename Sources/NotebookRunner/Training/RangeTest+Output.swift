import Engine
import NotebookResults
import Writing

extension RangeTest {
  /// The rates of the steps that were taken.
  var rates: [Double] { smoothedLosses.indices.map { range.rate(atStep: $0) } }

  /// Returns the smoothed losses over the rates, with a line at the suggested one.
  func chart(suggesting suggestion: Double) -> XYChart {
    let points = zip(rates, smoothedLosses).map { XYChart.Point($0, $1) }
    let (lowest, highest) = (smoothedLosses.min() ?? 0, smoothedLosses.max() ?? 0)
    return XYChart(
      title: .label(.rangeTest), x: .init(.label(.learningRate), .plain, isLogarithmic: true),
      y: .init(.label(.smoothedLoss), .plain), series: [.init(nil, .line, points)],
      reference: .init(
        .phrase(.suggestedRate, [NumberFormat.plain(suggestion)]), from: .init(suggestion, lowest),
        to: .init(suggestion, highest)),
      reading: reading(suggestion), numbers: numbers)
  }

  private func reading(_ suggestion: Double) -> Words {
    let lowest = lowestStep(in: smoothedLosses.indices) ?? 0
    let sentences = Words.phrase(
      .rangeTestReading,
      [
        String(smoothedLosses.count), NumberFormat.plain(range.start),
        NumberFormat.plain(rates.last ?? range.start), NumberFormat.fixed(smoothedLosses[lowest], digits: 3),
        NumberFormat.plain(range.rate(atStep: lowest)), NumberFormat.plain(suggestion),
      ])
    return endedEarly ? .joined([sentences, .label(.rangeTestEndedEarly)]) : sentences
  }

  private var numbers: Table {
    Table(
      columns: [
        .init(.label(.step), .number), .init(.label(.learningRate), .number),
        .init(.label(.smoothedLoss), .number),
      ],
      rows: zip(rates, smoothedLosses).enumerated().map { step, pair in
        [.integer(step + 1), .magnitude(pair.0), .number(pair.1, digits: 4)]
      })
  }
}
