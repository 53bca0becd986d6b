import Foundation
import NotebookResults
import NotebookRunner
import Synchronization
import Testing

@Suite struct DataPlotTests {
  private static let load = """
    ```{load} flowers
    dataset: {csv: {path: flowers.csv, label: kind}}
    ```

    ```{load} prices
    dataset: {csv: {path: many.csv, target: price}}
    ```

    ```{load} digits
    dataset: {idx: {images: images.idx, labels: labels.idx}}
    ```

    """

  private static let many =
    "size,price\n" + (0..<1_200).map { "\($0),\(2 * $0)\n" }.joined()

  private func notebook(_ plot: String) throws -> TestNotebook {
    try TestNotebook(
      Self.load + "```{plot}\n\(plot)\n```\n",
      data: TestNotebook.tables.merging(TestNotebook.blankDigits) { $1 }
        .merging(["many.csv": Data(Self.many.utf8)]) { $1 })
  }

  private func chart(_ plot: String) async throws -> XYChart {
    let notebook = try notebook(plot)
    defer { notebook.remove() }
    guard case .xyCharts(let charts)? = try await notebook.run().cells.last?.outputs.first else {
      throw TestFailure("no chart")
    }
    return try #require(charts.first)
  }

  @Test("A histogram counts each class apart, over the bins of all.")
  func histogram() async throws {
    let chart = try await chart("what: histogram\ndata: flowers\ncolumn: length\nbins: 4")
    #expect(chart.series.map(\.name) == [.verbatim("aster"), .verbatim("bellis"), .verbatim("crocus")])
    #expect(chart.series.allSatisfy { $0.form == .histogram && $0.points.count == 5 })
    // Twenty of each kind; lengths begin at 0, 2 and 4, and all lie within 0.6 of that.
    #expect(chart.series[0].points.map(\.y) == [20, 0, 0, 0, 0])
    #expect(chart.series[1].points.map(\.y).reduce(0, +) == 20)
    #expect(chart.series[2].points.map(\.y) == [0, 0, 0, 20, 0])
    #expect(chart.numbers.rows.count == 4)
  }

  @Test("Columns are drawn from the store, for which their file is not read, and curves anew.")
  func stored() async throws {
    let plot = "what: histogram\ndata: flowers\ncolumn: length"
    let notebook = try TestNotebook(
      TestNotebook.flowerCells + "```{plot}\n\(plot)\n```\n\n```{plot}\nfits: quick\n```\n")
    defer { notebook.remove() }
    let folder = StoreFolder(in: notebook.folder)
    let computed = try await notebook.run(store: ResultStore(folder)).cells.suffix(2)
    let kept = try await notebook.run(store: ResultStore(folder)).cells.suffix(2)
    #expect(computed.map(\.saved.isAll) == [false, false] && kept.map(\.saved.isAll) == [true, false])
    #expect(computed.map(\.outputs) == kept.map(\.outputs))
    let (plan, _) = try notebook.plan()
    let isRead = Atomic(false)
    _ = try await NotebookRun(
      #require(plan), locations: notebook.locations, store: ResultStore(folder), jobs: 1
    ) { event in
      if case .progress(_, .loading) = event { isRead.store(true, ordering: .relaxed) }
    }.outcome()
    let wasRead = isRead.load(ordering: .relaxed)
    #expect(!wasRead)
  }

  @Test("A scatter plot has the points of each class.")
  func scatter() async throws {
    let chart = try await chart("what: scatter\ndata: flowers\nx: width\ny: length")
    #expect(chart.series.map(\.points.count) == [20, 20, 20])
    #expect(chart.series[0].points[0] == .init(3, 0))
    #expect(chart.x.name == .verbatim("width") && chart.y.name == .verbatim("length"))
  }

  @Test("The target of a table is a column too, and of many samples some are drawn and all counted.")
  func target() async throws {
    let chart = try await chart("what: scatter\ndata: prices\nx: size\ny: price")
    #expect(chart.series.map(\.name) == [nil])
    #expect(chart.series[0].points.count == 400)
    #expect(chart.series[0].points[1] == .init(3, 6))
    #expect(
      chart.reading
        == .joined([
          .phrase(.scatterReading, ["size", "price", "1.00", "1,200"]), .phrase(.everySample, ["3"]),
        ]))
  }

  @Test("A chart says which part it shows, and how its numbers were scaled.")
  func preparation() async throws {
    func chart(_ options: String, _ plot: String) async throws -> XYChart {
      let notebook = try TestNotebook(
        "```{load} rows\ndataset: {csv: {path: \(options)\n```\n\n```{plot}\ndata: rows\n\(plot)\n```\n",
        data: TestNotebook.tables.merging(["many.csv": Data(Self.many.utf8)]) { $1 })
      defer { notebook.remove() }
      guard case .xyCharts(let charts)? = try await notebook.run().cells.last?.outputs.first else {
        throw TestFailure("no chart")
      }
      return try #require(charts.first)
    }
    func notes(_ chart: XYChart) -> [Words] {
      guard case .joined(let sentences) = chart.reading else { return [] }
      return Array(sentences.dropFirst())
    }
    let standard = "flowers.csv, label: kind}}\nstandardize: true\ntest_split: 0.2"
    let test = try await chart(standard, "what: histogram\ncolumn: length\nsplit: test")
    #expect(test.x.name == .phrase(.standardizedColumn, ["length"]))
    #expect(notes(test).suffix(2) == [.label(.testSamplesShown), .label(.featuresStandardized)])
    let scaled = "many.csv, target: price}}\nscale: 1/4"
    let pairs = try await chart(scaled, "what: scatter\nx: size\ny: price")
    #expect(pairs.x.name == .phrase(.scaledColumn, ["size"]) && pairs.y.name == .verbatim("price"))
    #expect(notes(pairs) == [.phrase(.everySample, ["3"]), .phrase(.featuresScaled, ["0.25"])])
    #expect(notes(try await chart(scaled, "what: histogram\ncolumn: price")).isEmpty)
  }

  @Test(
    "What cannot be plotted is refused where it is written.",
    arguments: [
      ("what: histogram\ndata: flowers\ncolumn: 1️⃣lenght", "TB-P-131"),
      ("what: histogram\ndata: flowers\ncolumn: 1️⃣kind", "TB-P-131"),
      ("what: histogram\ndata: 1️⃣digits\ncolumn: x", "TB-P-130"),
      ("what: scatter\ndata: flowers\nx: length\ny: width\nmetrics: 1️⃣accuracy", "TB-P-132"),
      ("fits: []\n", "TB-O-109"),
    ])
  func mistakes(_ plot: String, _ code: String) throws {
    let notebook = try notebook(plot)
    defer { notebook.remove() }
    let (plan, diagnostics) = try notebook.plan()
    let errors = diagnostics.filter { $0.severity == .error }
    #expect(plan == nil)
    #expect(errors.count == 1)
    if let place = notebook.markers["1️⃣"] {
      #expect(errors.first?.code == code)
      #expect(errors.first?.range.start == place)
    }
  }

  @Test("Curves are drawn on the axis that was asked for.", arguments: [nil, "linear", "log"])
  func scale(_ scale: String?) async throws {
    let notebook = try TestNotebook(
      TestNotebook.flowerCells + "```{plot}\nfits: quick\nmetrics: loss\n"
        + (scale.map { "yscale: \($0)\n" } ?? "") + "```\n")
    defer { notebook.remove() }
    guard case .chart(let chart)? = try await notebook.run().cells.last?.outputs.first else {
      throw TestFailure("no chart")
    }
    #expect(chart.scale.rawValue == scale ?? "linear")
  }

  @Test(
    "What a plot must be given is asked for.", arguments: ["what: scatter\ndata: flowers", "metrics: loss"])
  func missing(_ plot: String) throws {
    let notebook = try notebook(plot)
    defer { notebook.remove() }
    let messages = try notebook.plan().diagnostics.filter { $0.severity == .error }.map(\.message)
    #expect(
      messages
        == (plot.hasPrefix("what")
          ? ["a scatter needs the option \"x\"", "a scatter needs the option \"y\""]
          : ["plot needs the option \"fits\""]))
  }
}
