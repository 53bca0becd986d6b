import Engine
import NotebookResults

/// The gradient's norm in each layer of several fits before training, each the mean over its seeds.
struct GradientPlot {
  private struct Line {
    let run: String
    let layers: [LayerMeasurement]
  }

  private let lines: [Line]

  /// - Parameter fits: fits that measure their layers.
  init(_ fits: [FitProduct]) {
    lines = fits.compactMap { fit in
      LayerMeasurements.before(ofSeeds: fit.runs.map(\.history.layers)).map {
        Line(run: fit.label, layers: $0)
      }
    }
  }

  var chart: XYChart {
    XYChart(
      title: .label(.gradientNormBeforeTraining), x: .init(.label(.layer), .count),
      y: .init(.verbatim(""), .plain, isLogarithmic: true),
      series: lines.map { line in
        let points = line.layers.enumerated().map { XYChart.Point(Double($0 + 1), $1.gradientNorm) }
        return .init(
          .verbatim(line.run), run: line.run, .line, points.filter { $0.y > 0 && $0.y.isFinite })
      }, reading: .verbatim(""), numbers: numbers)
  }

  private var numbers: Table {
    Table(
      columns: [.init(.label(.layer), .number)] + lines.map { .init(.verbatim($0.run), .number) },
      rows: (0..<(lines.map(\.layers.count).max() ?? 0)).map { index in
        [.integer(index + 1)]
          + lines.map { index < $0.layers.count ? .magnitude($0.layers[index].gradientNorm) : .empty }
      })
  }
}
