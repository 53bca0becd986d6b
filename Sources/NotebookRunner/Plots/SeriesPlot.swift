import Datasets
import Engine
import NotebookResults
import Writing

/// A plot of the last values of a series in the order of time, with what fits forecast for them.
struct SeriesPlot {
  let series: SeriesWindows
  /// The samples of the series, in the order of time.
  let samples: LabeledSamples
  let part: PlottedPart
  /// The number of values to draw, from the end.
  let count: Int
  let fits: [(name: String, model: TrainedModel)]
  let threads: Int

  func chart() throws -> XYChart {
    guard case .numbers(let values, _) = samples.targets else { throw CellFailure.missing("data") }
    let first = max(0, samples.count - count)
    func line(_ name: Words?, _ numbers: some Sequence<Float>) -> XYChart.Series {
      .init(name, .line, numbers.enumerated().map { .init(Double(first + $0.offset), Double($0.element)) })
    }
    let shown = samples.samples.slice(first..<samples.count)
    let forecasts = try fits.map { ($0.name, try $0.model.predict(shown, threads: threads)) }
    let actual = values[first...]
    let title = Words.phrase(fits.isEmpty ? .seriesEnd : .seriesForecast, [series.column])
    return XYChart(
      title: title, x: .init(.label(.sample), .count),
      y: .init(.verbatim(series.column), .plain),
      series: [line(fits.isEmpty ? nil : .label(.truth), actual)]
        + forecasts.map { line(.verbatim($0.0), $0.1) },
      reading: .joined(
        [
          .phrase(
            .seriesReading,
            [
              NumberFormat.integer(actual.count), series.column,
              NumberFormat.plain(Double(actual.min() ?? 0)),
              NumberFormat.plain(Double(actual.max() ?? 0)),
            ])
        ] + part.notes(on: [])),
      numbers: Table(
        title: title,
        columns: [.init(.label(.sample), .number), .init(.label(.truth), .number)]
          + forecasts.map { .init(.verbatim($0.0), .number) },
        rows: actual.indices.map { index in
          [.integer(index), .magnitude(Double(actual[index]))]
            + forecasts.map { .magnitude(Double($0.1[index - first])) }
        }))
  }
}
