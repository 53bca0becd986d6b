import Foundation
import NotebookResults
import NotebookRunner
import Options
import Testing

@Suite struct ChartOptionsTests {
  private static let other = """
    ```{fit} other
    from: quick
    optimizer: {sgd: {learning_rate: 0.01}}
    label: slower
    ```

    """

  private func notebook(_ cell: String) throws -> TestNotebook {
    try TestNotebook(TestNotebook.flowerCells + Self.other + cell)
  }

  private func style(_ heading: String, _ options: String) async throws -> ChartStyle {
    let notebook = try notebook("```\(heading)\n\(options)\n```\n")
    defer { notebook.remove() }
    return try #require(await notebook.run().cells.last).presentation.chartStyle
  }

  @Test("The options of charts reach the page, with names of fits as the page shows them.")
  func read() async throws {
    let style = try await style(
      "{plot}",
      """
      fits: [quick, other]
      metrics: [accuracy]
      title: Two rates
      labels: {y: Read correctly, x: Pass, other: 0.01}
      ylim: [0.5, 1]
      height: 200
      width: 480
      annotations: [{epoch: 2, text: it turns}]
      """)
    #expect(
      style
        == ChartStyle(
          title: "Two rates", xLabel: "Pass", yLabel: "Read correctly", lineNames: ["slower": "0.01"],
          ylim: 0.5...1, height: 200, width: 480, annotations: [.init(epoch: 2, text: "it turns")]))
  }

  @Test("A list of labels names the lines in their order.")
  func list() async throws {
    let ofFits = try await style("{plot}", "fits: [quick, other]\nmetrics: [accuracy]\nlabels: [a, b]")
    #expect(ofFits.lineNames == ["quick": "a", "slower": "b"])
    let ofRoles = try await style("{plot}", "fits: quick\nmetrics: [loss]\nlabels: [learned, new]")
    #expect(ofRoles.lineNames == ["training": "learned", "test": "new"])
  }

  @Test(
    "What does not fit the charts is refused at its place.",
    arguments: [
      ("{plot}", "fits: quick\nmetrics: [loss]\nylim: 1️⃣[1, 0]", "TB-O-115"),
      ("{plot}", "fits: quick\nmetrics: [loss]\nylim: 1️⃣[1]", "TB-O-115"),
      ("{plot}", "fits: quick\nmetrics: [loss]\nyscale: log\nylim: 1️⃣[0, 1]", "TB-O-115"),
      ("{plot}", "fits: quick\nylim: 1️⃣[0, 1]", "TB-P-182"),
      ("{plot}", "fits: quick\nlabels: {1️⃣y: height}", "TB-P-182"),
      ("{plot}", "fits: [quick, other]\nlabels: {1️⃣othr: height}", "TB-P-183"),
      ("{plot}", "fits: [quick, other]\nlabels: 1️⃣[a]", "TB-P-184"),
      ("{plot}", "fits: [quick, other]\nlabels: 1️⃣[a, a]", "TB-O-115"),
      ("{plot}", "fits: quick\nannotations: [{epoch: 1️⃣4, text: late}]", "TB-P-185"),
      ("{fit}", "from: quick\nepochs: 2\nannotations: [{epoch: 1️⃣3, text: late}]", "TB-P-185"),
      ("{fit}", "from: quick\nepochs: 1\nannotations: 1️⃣[{epoch: 1, text: late}]", "TB-P-181"),
      ("{fit}", "from: quick\nepochs: 1\nheight: 1️⃣200", "TB-P-181"),
      ("{plot}", "fits: quick\nmetrics: [loss]\ncolumns: 1️⃣2", "TB-P-181"),
      ("{plot}", "what: activation\nfunctions: relu\nannotations: 1️⃣[{epoch: 1, text: no}]", "TB-P-181"),
      ("{plot}", "fits: quick\nheight: 1️⃣9000", "TB-O-104"),
      ("{plot}", "fits: quick\nwidth: 1️⃣10", "TB-O-104"),
      ("{plot}", "fits: quick\ntitle: 1️⃣\(String(repeating: "x", count: 121))", "TB-O-117"),
      (
        "{plot}",
        "fits: quick\nannotations: 1️⃣[\((1...11).map { "{epoch: 1, text: t\($0)}" }.joined(separator: ", "))]",
        "TB-O-114"
      ),
      ("{evaluate}", "fit: quick\n1️⃣annotations: [{epoch: 1, text: no}]", "TB-O-101"),
      ("{compare}", "fits: [quick, other]\n1️⃣ylim: [0, 1]", "TB-O-101"),
      ("{evaluate}", "fit: quick\nylim: 1️⃣[0, 1]", "TB-P-181"),
    ])
  func refused(_ heading: String, _ options: String, _ code: String) throws {
    let notebook = try notebook("```\(heading)\n\(options)\n```\n")
    defer { notebook.remove() }
    let (plan, diagnostics) = try notebook.plan()
    let errors = diagnostics.filter { $0.severity == .error }
    #expect(plan == nil && errors.map(\.code) == [code], "\(errors)")
    #expect(errors.first?.range.start == notebook.markers["1️⃣"])
  }

  @Test("Neither the style of charts nor the label of a run is inherited.")
  func inherited() async throws {
    let notebook = try TestNotebook(
      TestNotebook.flowerCells + """
        ```{fit} styled
        from: quick
        label: styled run
        title: Title
        height: 200
        labels: {x: Pass}
        annotations: [{epoch: 3, text: end}]
        ```

        ```{fit} child
        from: styled
        epochs: 2
        ```

        """)
    defer { notebook.remove() }
    let cells = try await notebook.run().cells.suffix(2)
    #expect(cells.first?.presentation.chartStyle.title == "Title")
    #expect(cells.last?.presentation.chartStyle == .automatic)
    guard case .curves(let curves)? = cells.last?.outputs.first else { throw TestFailure("no curves") }
    #expect(Set(curves.charts.flatMap(\.lines).map(\.run)) == ["child"])
    #expect(curves.charts.compactMap(\.earlier).allSatisfy { $0.run == "styled run" })
  }

  @Test("Each directive offers what it draws, and all of it changes only what is shown.")
  func offered() {
    func offered(_ directive: String) -> [String] {
      let options = Directives.catalogue.described.first { $0.name == directive }?.options() ?? []
      let names = ["title", "labels", "ylim", "height", "width", "columns", "annotations"]
      #expect(options.filter { names.contains($0.name) }.allSatisfy { $0.affects == .presentation })
      return options.map(\.name).filter(names.contains)
    }
    #expect(offered("plot").count == 7 && offered("fit").count == 7)
    #expect(offered("lr_find") == ["title", "labels", "ylim", "height", "width"])
    #expect(offered("evaluate") == ["title", "labels", "ylim", "height", "width", "columns"])
    #expect(offered("sweep") == ["title", "height", "width", "columns"])
    #expect(offered("show") == ["title", "height", "width"])
    #expect(offered("predict") == ["title"] && offered("compare") == ["title"])
    #expect(offered("load").isEmpty && offered("model").isEmpty && offered("expect").isEmpty)
  }

  @Test(
    "A reference to a part is to one that the cell has, as far as that is known.",
    arguments: [
      ("@fig-curves-b", "metrics: [loss, accuracy]", true),
      ("@fig-curves-c", "metrics: [loss, accuracy]", false),
      ("@fig-curves-a", "metrics: loss", false), ("@fig-curves", "metrics: loss", true),
    ])
  func parts(_ mention: String, _ options: String, _ holds: Bool) throws {
    let notebook = try TestNotebook(
      TestNotebook.flowerCells
        + "```{plot} curves\nfits: quick\n\(options)\ncaption: C\n```\n\nSee 1️⃣\(mention).\n")
    defer { notebook.remove() }
    let errors = try notebook.plan().diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code) == (holds ? [] : ["TB-P-186"]))
    if !holds { #expect(errors.first?.range.start == notebook.markers["1️⃣"]) }
  }
}
