import NotebookReport
import NotebookResults
import Testing

/// The views of what a sweep shows, as recorded, in English and in Japanese.
@Suite struct SweepViewTests {
  private static let numbers = Table(
    columns: [.init(.label(.trial), .number), .init(.label(.accuracy), .number)],
    rows: [[.integer(3), .spread(0.971, deviation: 0.003, digits: 2, isPercent: true)]])

  private func expect(_ outputs: [Output], is name: String) throws {
    for language in ["en", "ja"] {
      let cell = PageFixture.cell(name: "shown", outputs: outputs, alternativeText: "Trials.")
      let page = PageFixture.page("---\nlang: \(language)\n---\n\n```{plot} shown\n```\n", cells: [cell])
      try Golden.expect(Prose.article(of: page), is: "\(name).\(language).html")
    }
  }

  private func map(_ cells: [[HeatMap.Cell]]) -> HeatMap {
    HeatMap(
      title: .joined([.label(.accuracy), .phrase(.bySettings, ["units", "<rate>"])]), unit: .fraction,
      rowName: .verbatim("units"), columnName: .verbatim("<rate>"), rows: ["16", "32"],
      columns: ["0.01", "0.1"], cells: cells, best: [1, 0], reading: .label(.heatMapReading))
  }

  @Test("A heat map has its values in shaded cells, an outline around the best, and marks for failed trials.")
  func heatMap() throws {
    try expect(
      [.heatMap(map([[.value(0.9, shade: 0), .failed], [.value(0.971, shade: 1), .empty]]))], is: "heat-map")
    #expect(!map([[.empty, .empty]]).isSound)
    #expect(!map([[.empty, .empty], [.value(0.5, shade: 1.5), .empty]]).isSound)
    #expect(!map([[.empty, .empty], [.value(0.5, shade: .nan), .empty]]).isSound)
  }

  private func parallel(_ lines: [ParallelCoordinates.Line]) -> ParallelCoordinates {
    ParallelCoordinates(
      title: .label(.trialsBySettings),
      axes: [
        .init(.verbatim("learning_rate"), .plain, isLogarithmic: true),
        .init(.verbatim("activation"), .plain, categories: ["relu", "<tanh>"]),
        .init(.verbatim("optimizer.sgd.momentum"), .plain), .init(.label(.accuracy), .fraction),
      ], lines: lines, best: 2,
      reading: .joined([.phrase(.linesReading, ["3"]), .label(.dashedLines)]), numbers: Self.numbers)
  }

  @Test(
    "Parallel coordinates have an axis for each setting, upright where it is wide and lying where it is not.")
  func parallelCoordinates() throws {
    let lines: [ParallelCoordinates.Line] = [
      .init([0.001, 0, 0.5, nil], shade: nil), .init([0.01, 1.2, 0.9, 0.6], shade: 0),
      .init([0.1, 0, 0.1, 0.97], shade: 1),
    ]
    try expect([.parallelCoordinates(parallel(lines))], is: "parallel-coordinates")
    for line in [[0.1, 0, 0.1], [0, 0, 0.1, 0.5], [0.1, 2, 0.1, 0.5]] {
      #expect(!parallel([.init(line, shade: nil)]).isSound)
    }
  }

  private func chart(_ x: XYChart.Axis, _ series: [XYChart.Series], title: Words = .verbatim("units"))
    -> XYChart
  {
    XYChart(
      title: title, x: x, y: .init(.label(.accuracy), .fraction), series: series,
      reading: .phrase(.bestSetting, ["units", "32", "16", "<64>"]), numbers: Self.numbers)
  }

  @Test(
    "Panels of trials mark what failed at the edge and the best with a ring, over numbers and over choices.")
  func panels() throws {
    let choices = chart(
      .init(.verbatim(""), .plain, categories: ["16", "<32>"]),
      [
        .init(nil, .points, [.init(-0.2, 0.5), .init(1.1, 0.9)]),
        .init(.label(.trialFailed), .lowerEdge, [.init(0.2, 0)]),
        .init(.label(.bestTrial), .rings, [.init(1.1, 0.9)]),
      ])
    let rates = chart(
      .init(.verbatim(""), .plain, isLogarithmic: true),
      [
        .init(
          nil, .points, [.init(0.01, 0.5, shade: 0), .init(0.1, 0.9, shade: 1), .init(1, 0.8, shade: 1)]),
        .init(.label(.failedOrFar), .upperEdge, [.init(0.5, -1)]),
        .init(.label(.trialFailed), .crosses, [.init(0.5, 0.6)]),
      ])
    try expect([.xyCharts([choices, rates])], is: "trial-panels")
    #expect(choices.isSound && rates.isSound)
    let outside = XYChart.Series(nil, .points, [.init(1.7, 0.5)])
    #expect(!chart(.init(.verbatim(""), .plain, categories: ["16", "32"]), [outside]).isSound)
    let garish = XYChart.Series(nil, .points, [.init(1, 0.5, shade: 2)])
    #expect(!chart(.init(.verbatim(""), .plain), [garish]).isSound)
  }

  @Test(
    "The curve of the best trial lies on the thin ones of the others, and means lie as dashes on their seeds."
  )
  func curves() throws {
    let curves = chart(
      .init(.label(.epoch), .count),
      [
        .init(.label(.otherTrials), .thin, [.init(1, 0.2), .init(2, 0.4)]),
        .init(.phrase(.trialNumber, ["3"]), .line, [.init(1, 0.3), .init(2, 0.6)]),
      ], title: .joined([.label(.accuracy), .label(.byEpoch)]))
    let seeds = chart(
      .init(.label(.trial), .plain, categories: ["3", "1"]),
      [
        .init(.label(.seeds), .points, [.init(0, 0.5), .init(0, 0.7), .init(1, 0.4)]),
        .init(.label(.mean), .dashes, [.init(0, 0.6), .init(1, 0.4)]),
      ], title: .label(.seedsOfBest))
    try expect([.xyCharts([curves]), .xyCharts([seeds])], is: "trial-curves")
  }
}
