import NotebookReport
import NotebookResults
import NotebookRunner
import Testing

/// The tables and charts of a sweep, with numbers worked out by hand.
@Suite struct SweepReportTests {
  private typealias Fixture = SweepFixture

  private func kinds(_ outputs: [Output]) -> [String] {
    outputs.map { output in
      switch output {
      case .text: "text"
      case .table: "table"
      case .xyCharts(let charts): "charts \(charts.count)"
      case .heatMap: "heat map"
      case .parallelCoordinates: "parallel"
      case .dots: "dots"
      default: "other"
      }
    }
  }

  private func charts(_ outputs: [Output], _ index: Int = 0) throws -> [XYChart] {
    let all = outputs.compactMap { output in
      if case .xyCharts(let charts) = output { charts } else { nil }
    }
    return try #require(all.indices.contains(index) ? all[index] : nil)
  }

  private func table(_ outputs: [Output]) throws -> Table {
    try #require(outputs.lazy.compactMap { if case .table(let table) = $0 { table } else { nil } }.first)
  }

  @Test(
    "Where the best epoch of a trial counts, the columns and axes of scores say so, and those of curves do not."
  )
  func bestEpoch() throws {
    let trials = (0..<6).map { number in
      let score = 0.5 + 0.01 * Double(number)
      return Fixture.trial(number, [0.1 * Double(number)], scores: [score], curve: [score, score - 0.1])
    }
    for counts in [false, true] {
      let results = Fixture.results([Fixture.momentum], trials, countsBestEpoch: counts)
      let metric = Words(Words(Fixture.accuracy.quantity), measuredOn: .validation)
      let score = counts ? Words.joined([.label(.bestOfEpochs), metric]) : metric
      let outputs = SweepReport(results).outputs()
      #expect(try table(outputs).columns[1].title == score)
      let all = outputs.flatMap { output -> [XYChart] in
        if case .xyCharts(let charts) = output { charts } else { [] }
      }
      let byEpoch = Words.joined([metric, .label(.byEpoch)])
      #expect(all.filter { $0.title == byEpoch }.map(\.y.name) == [metric])
      #expect(all.filter { $0.title != byEpoch }.allSatisfy { $0.y.name == score } && all.count > 1)
    }
  }

  @Test("The shape of a sweep decides on its charts.")
  func shapes() {
    let search = Fixture.search(12)
    #expect(
      kinds(SweepReport(search).outputs())
        == ["text", "table", "charts 3", "parallel", "charts 1", "charts 1", "charts 1"])
    let importance = SweepReport.Importance(method: "PED-ANOVA", shares: [("a", 0.25), ("b", 0.75)])
    #expect(kinds(SweepReport(search, importance: importance).outputs()).contains("dots"))

    #expect(
      kinds(SweepReport(search).outputs(of: [.seeds, .parameters, .importance, .trials]))
        == ["charts 1", "charts 3", "table"])

    let rates = [0.01, 0.1, 0.2].enumerated().map { Fixture.trial($0, [$1], scores: [0.5 + $1]) }
    #expect(
      kinds(SweepReport(Fixture.results([Fixture.rate], rates)).outputs())
        == ["text", "table", "charts 1", "charts 1"])
    let plane = (0..<6).map {
      Fixture.trial($0, [0.01 * Double($0 + 1), 0.1 * Double($0)], scores: [0.5])
    }
    #expect(
      kinds(SweepReport(Fixture.results([Fixture.rate, Fixture.momentum], plane)).outputs())
        == ["text", "table", "charts 2", "charts 1"])

    let failed = (0..<3).map { Fixture.trial($0, [Double($0)], scores: [], end: .failed("NaN")) }
    let lost = SweepReport(Fixture.results([Fixture.momentum], failed)).outputs()
    #expect(kinds(lost) == ["text", "table"])
    #expect(lost.first == .text(.phrase(.allTrialsFailed, ["3"])))
    #expect(kinds(SweepReport(Fixture.results([Fixture.momentum], [])).outputs()) == ["text", "table"])
  }

  @Test("The table has the best trials first, the mean and the deviation of seeds, and settings that vary.")
  func trialTable() throws {
    let parameters = [Fixture.rate, Fixture.choices("units", ["16", "32"]), Fixture.momentum]
    let trials = [
      Fixture.trial(0, [0.1, 0, 0.5], scores: [0.5, 0.75]),
      Fixture.trial(1, [0.2, 1, 0.5], scores: [0.75, 1], end: .stopped),
      Fixture.trial(2, [0.4, 1, 0.5], scores: [], cost: 1, end: .failed("the loss is NaN")),
    ]
    let table = try table(SweepReport(Fixture.results(parameters, trials)).outputs())
    #expect(
      table.columns.map(\.title) == [
        .label(.trial), .onValidation(.term(Fixture.accuracy.quantity.label)), .verbatim("learning_rate"),
        .verbatim("units"), .label(.trainedEpochs), .label(.trialEnd),
      ])
    // Two numbers that differ by d have the deviation d/√2.
    let deviation = 0.03125.squareRoot()
    #expect(
      table.rows == [
        [
          .integer(1), .spread(0.875, deviation: deviation, digits: 2, isPercent: true), .code("0.2"),
          .code("1.0"), .integer(5), .words(.label(.stopped)),
        ],
        [
          .integer(0), .spread(0.625, deviation: deviation, digits: 2, isPercent: true), .code("0.1"),
          .code("0.0"), .integer(5), .empty,
        ],
        [
          .integer(2), .words(.label(.trialFailed)), .code("0.4"), .code("1.0"), .integer(1),
          .words(.phrase(.trialFailedFor, ["the loss is NaN"])),
        ],
      ])
  }

  @Test("Of many trials the page has a hundred rows and five hundred points, the same ones each time.")
  func manyTrials() throws {
    let trials = (0..<512).map {
      Fixture.trial($0, [Double($0)], scores: [$0 == 77 ? 0.9 : Double($0 % 50) / 100])
    }
    let outputs = SweepReport(Fixture.results([Fixture.momentum], trials)).outputs()
    #expect(try table(outputs).rows.count == 100)
    #expect(outputs.contains(.text(.phrase(.moreTrials, ["412"]))))
    let points = try #require(charts(outputs).first?.series.first?.points)
    #expect((500...501).contains(points.count) && points.contains { $0.x == 77 })
    #expect(outputs.contains(.text(.joined([.phrase(.drawnTrials, ["\(points.count)", "512"])]))))
    #expect(outputs == SweepReport(Fixture.results([Fixture.momentum], trials)).outputs())
  }

  @Test("A cell of a grid is the mean of its trials, and the best is outlined.")
  func grid() throws {
    let parameters = [Fixture.choices("rate", ["0.1", "1"]), Fixture.choices("units", ["16", "32"])]
    let trials = [
      Fixture.trial(0, [0, 0], ["0.1", "16"], scores: [0.5]),
      Fixture.trial(1, [0, 1], ["0.1", "32"], scores: [0.75]),
      Fixture.trial(2, [1, 0], ["1", "16"], scores: []),
      Fixture.trial(3, [0, 0], ["0.1", "16"], scores: [0.75]),
    ]
    let outputs = SweepReport(Fixture.results(parameters, trials)).outputs()
    let map = try #require(
      outputs.lazy.compactMap { if case .heatMap(let map) = $0 { map } else { nil } }.first)
    #expect(map.rows == ["0.1", "1"] && map.columns == ["16", "32"])
    // The worst score is 0.5 and the best 0.75, so that 0.625 lies in the middle.
    #expect(map.cells == [[.value(0.625, shade: 0.5), .value(0.75, shade: 1)], [.failed, .empty]])
    #expect(map.best == [0, 1])
  }

  @Test("A loss is better the lower it is, and one that is far worse than the others lies at the upper edge.")
  func loss() throws {
    let losses = [0.5, 0.25, 0.75, 1_000]
    let trials = losses.enumerated().map { Fixture.trial($0, [Double($0)], scores: [$1]) }
    let outputs = SweepReport(Fixture.results([Fixture.momentum], trials, metric: Fixture.loss)).outputs()
    let series = try charts(outputs)[0].series
    #expect(series.map(\.form) == [.points, .upperEdge, .rings])
    #expect(series.map { $0.points.map(\.x) } == [[1, 0, 2], [3], [1]])
    #expect(series[1].name == .label(.failedOrFar))
  }

  @Test("The best so far rises at the costs of the trials that were better than all before.")
  func progress() throws {
    let scores = [0.5, 0.4, 0.75, 0.6]
    let trials = scores.enumerated().map { Fixture.trial($0, [Double($0)], scores: [$1], cost: 10) }
    let results = Fixture.results([Fixture.momentum], trials)
    let chart = try charts(SweepReport(results, expected: [0.5, 0.6, 0.65, 0.7]).outputs(), 1)[0]
    #expect(chart.series[0].points.map(\.x) == [10, 30, 30, 40])
    #expect(chart.series[0].points.map(\.y) == [0.5, 0.5, 0.75, 0.75])
    #expect(chart.series[1].points == [.init(10, 0.5), .init(20, 0.6), .init(30, 0.65), .init(40, 0.7)])
    #expect(
      chart.reading
        == .joined([
          .phrase(.progressReading, ["75.00%", "30", "40"]),
          .phrase(.randomReading, ["65.00%"]),
        ]))
  }

  @Test("Where trials end early, the best so far follows the order of training, rung by rung.")
  func progressOfRungs() throws {
    let curves = [[0.1, 0.5, 0.6], [0.4], [0.2]]
    let trials = curves.enumerated().map { number, curve in
      Fixture.trial(
        number, [Double(number)], scores: [curve[curve.count - 1]], curve: curve, cost: curve.count,
        end: number == 0 ? .finished : .stopped)
    }
    let rungs = [
      SweepResults.Rung(epochs: 1, trials: [0, 1, 2]), SweepResults.Rung(epochs: 3, trials: [0]),
    ]
    let results = Fixture.results([Fixture.momentum], trials, brackets: [rungs])
    let chart = try charts(SweepReport(results).outputs(), 3)[0]
    // One epoch of each trial, 0.1, 0.4 and 0.2, and then two more of the first.
    #expect(chart.title == .label(.bestByCost))
    #expect(
      chart.series[0].points == [
        .init(1, 0.1), .init(2, 0.1), .init(2, 0.4), .init(5, 0.4), .init(5, 0.6), .init(5, 0.6),
      ])
  }

  @Test("A rung has the values of its trials after its epochs, apart by whether they were trained on.")
  func rungs() throws {
    let curves = [[0.1, 0.2, 0.3], [0.4], [0.2]]
    let trials = curves.enumerated().map { number, curve in
      Fixture.trial(
        number, [Double(number)], scores: [curve[curve.count - 1]], curve: curve, cost: curve.count)
    }
    let rungs = [
      SweepResults.Rung(epochs: 1, trials: [0, 1, 2]), SweepResults.Rung(epochs: 3, trials: [0]),
    ]
    let outputs = SweepReport(Fixture.results([Fixture.momentum], trials, brackets: [rungs])).outputs()
    let chart = try #require(
      charts(outputs, 2).first { $0.title == .label(.rungsOfHalving) })
    #expect(chart.series[0].points.map(\.y) == [0.1, 0.3])
    #expect(chart.series[1].points.map(\.y).sorted() == [0.2, 0.4])
    #expect(chart.x.categories == ["1", "3"])
    #expect(
      chart.numbers.rows == [
        [.integer(1), .integer(3), .integer(2), .percent(0.4, digits: 2), .percent(0.2, digits: 2)],
        [.integer(3), .integer(1), .integer(0), .percent(0.3, digits: 2), .percent(0.3, digits: 2)],
      ])
  }

  @Test("Each scientific value is judged by its best trial over the nuisance parameters.")
  func roles() throws {
    let parameters = [
      Fixture.choices("activation", ["relu", "tanh"], role: .scientific),
      SweepResults.Parameter(name: "rate", scale: .linear, range: 0...1, role: .nuisance),
    ]
    let settings = [
      ("tanh", 1.0, 0.1, 0.5), ("relu", 0, 0.1, 0.25), ("tanh", 1, 0.9, 0.75), ("relu", 0, 0.9, 0.125),
    ]
    let trials = settings.enumerated().map { number, setting in
      Fixture.trial(
        number, [setting.1, setting.2], [setting.0, "\(setting.2)"], scores: [setting.3])
    }
    let outputs = SweepReport(Fixture.results(parameters, trials)).outputs()
    let tables = outputs.compactMap { output in
      if case .table(let table) = output { table } else { nil }
    }
    #expect(
      tables.last?.rows == [
        [.code("relu"), .percent(0.25, digits: 2), .integer(1), .integer(2), .code("0.1")],
        [.code("tanh"), .percent(0.75, digits: 2), .integer(2), .integer(2), .code("0.9")],
      ])
    let chart = try charts(outputs)[0]
    #expect(chart.series.last?.points.map(\.y) == [0.25, 0.75])
    #expect(chart.reading == .joined([.phrase(.nuisanceReading, ["activation", "rate"])]))
  }

  @Test("All that a sweep shows is sound, and a page of thousands of trials stays small.")
  func pageSize() {
    let outputs = SweepReport(Fixture.search(2_000, seeds: 2, epochs: 3)).outputs()
    #expect(outputs.allSatisfy { $0.isSound })
    #expect(Fixture.page(outputs).utf8.count < 1_000_000)
  }
}
