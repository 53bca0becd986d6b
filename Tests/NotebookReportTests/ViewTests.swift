import Foundation
import NotebookReport
import NotebookResults
import Testing

/// Each view's markup as recorded, in English and in Japanese.
@Suite struct ViewTests {
  private func expect(
    _ outputs: [Output], is name: String, caption: String? = nil, alternativeText: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    for language in ["en", "ja"] {
      let cell = PageFixture.cell(
        name: "shown", outputs: outputs, caption: caption, alternativeText: alternativeText)
      let page = PageFixture.page("---\nlang: \(language)\n---\n\n```{plot} shown\n```\n", cells: [cell])
      try Golden.expect(
        Prose.article(of: page), is: "\(name).\(language).html", sourceLocation: sourceLocation)
    }
  }

  @Test("A table has aligned columns, row names and a footer.")
  func table() throws {
    let table = Table(
      title: .label(.model),
      columns: [
        .init(.label(.layer), .text), .init(.label(.value), .text), .init(.label(.share), .number),
        .init(.label(.parameters), .number),
      ],
      rows: [
        [
          .code("dense"), .change(name: "activation", from: "sigmoid", to: "relu"), .percent(0.5, digits: 1),
          .integer(23_550),
        ],
        [
          .words(.verbatim("a & b")), .change(name: "momentum", from: nil, to: "0.9"),
          .number(-0.25, digits: 2), .integer(-1_000_000),
        ],
        [.words(.label(.total)), .empty, .number(.nan, digits: 2), .integer(0)],
      ], footerRows: 1)
    try expect([.table(table)], is: "table", caption: "What was changed.")
  }

  @Test("Shares that hardly differ are drawn as such, and twenty images fill two rows.")
  func proportion() throws {
    let flat = LineChart(
      quantity: .label(.accuracy), unit: .fraction, better: .higher,
      lines: [.init(run: "deep", role: .validation, values: [0.1135, 0.1028, 0.1135])])
    let images = ImageGrid(
      height: 1, width: 1, items: (0..<20).map { ImageGrid.Item(pixels: [255], caption: .verbatim("\($0)")) })
    try expect([.chart(flat), .images(images)], is: "proportion")
  }

  @Test("A line that is the beginning of another is drawn first and broad, so that both are seen.")
  func tracedLine() throws {
    let chart = LineChart(
      quantity: .label(.accuracy), unit: .fraction, better: .higher,
      lines: [
        .init(run: "longer", role: .validation, values: [0.2, 0.5, 0.75]),
        .init(run: "slow", role: .validation, values: [0.2, 0.5]),
        .init(run: "other", role: .validation, values: [0.3, 0.5]),
      ])
    try expect([.chart(chart)], is: "chart-traced")
  }

  @Test("The mean of several seeds lies in the band of what they span, which is broken where one of them is.")
  func bands() throws {
    let chart = LineChart(
      quantity: .label(.accuracy), unit: .fraction, better: .higher,
      lines: [
        .init(
          run: "small", role: .validation, values: [0.2, .nan, 0.6, 0.7],
          band: .init(lowest: [0.1, .nan, 0.5, 0.7], highest: [0.3, .nan, 0.75, 0.7], runs: 3)),
        .init(run: "large", role: .validation, values: [0.1, 0.2, 0.3, 0.4]),
      ])
    try expect([.chart(chart)], is: "chart-bands")
  }

  @Test("The band of a single epoch has a width, and a narrow legend has as many lines as it needs.")
  func shortBand() throws {
    let one = LineChart(
      quantity: .label(.loss), unit: .plain, better: .lower,
      lines: [
        .init(
          run: "once", role: .training, values: [0.5], band: .init(lowest: [0.4], highest: [0.7], runs: 3))
      ])
    let several = LineChart(
      quantity: .label(.accuracy), unit: .fraction, better: .higher,
      lines: [
        .init(
          run: "only", role: .validation, values: [0.2, 0.6],
          band: .init(lowest: [0.1, 0.5], highest: [0.3, 0.7], runs: 3)),
        .init(
          run: "only", role: .training, values: [0.3, 0.7],
          band: .init(lowest: [0.2, 0.6], highest: [0.4, 0.8], runs: 3)),
      ])
    try expect([.chart(one), .chart(several)], is: "chart-short-band")
  }

  @Test("A band has the standard deviation of the seeds within their range, cut off where no share can be.")
  func deviations() throws {
    let line = LineChart.Line(
      run: "seeded", role: .validation, runs: [[0.2, 0.5, 0.9], [0.4, 0.5, 1], [0.3, 0.8, 0.98]])
    // By hand, n − 1: the squares of −0.1, 0.1 and 0 have the sum 0.02, half of which is 0.01.
    let deviation = try #require(line.band?.deviation)
    #expect(zip(deviation, [0.1, 0.173_205_08, 0.052_915_03]).allSatisfy { abs($0 - $1) < 1e-8 })
    let chart = LineChart(quantity: .label(.accuracy), unit: .fraction, better: .higher, lines: [line])
    #expect(chart.spread(of: line)?.upper.last == 1)
    // A logarithmic axis shows no zero, and the mean of the losses is less than their deviation.
    let losses = LineChart.Line(run: "seeded", role: .validation, runs: [[0.001], [0.002], [0.09]])
    let falling = LineChart(
      quantity: .label(.loss), unit: .plain, better: .lower, lines: [losses], scale: .log)
    #expect(falling.spread(of: losses)?.lower == [0.001])
    try expect([.chart(chart)], is: "chart-deviations")
    let short = LineChart.Band(lowest: [0, 0, 0], highest: [1, 1, 1], deviation: [0.1], runs: 3)
    let broken = LineChart.Line(run: "broken", role: .validation, values: [0, 0, 0], band: short)
    #expect(
      !LineChart(quantity: .label(.accuracy), unit: .fraction, better: .higher, lines: [broken]).isSound)
  }

  @Test("A band that was stored without a standard deviation is still read.")
  func storedBand() throws {
    let stored = Data(#"{"lowest": [1], "highest": [2], "runs": 3}"#.utf8)
    #expect(
      try JSONDecoder().decode(LineChart.Band.self, from: stored) == .init(lowest: [1], highest: [2], runs: 3)
    )
  }

  @Test("A chart of one run names its roles, its best epoch and its numbers.")
  func oneRun() throws {
    let chart = LineChart(
      quantity: .label(.accuracy), unit: .fraction, better: .higher,
      lines: [
        .init(run: "slow", role: .training, values: [0.28, 0.61, 0.75]),
        .init(run: "slow", role: .validation, values: [0.45, 0.78, 0.7622]),
      ])
    try expect([.chart(chart)], is: "chart-one-run", caption: "One run.", alternativeText: "A rising curve.")
  }

  @Test("A chart of several runs names them where they end.")
  func severalRuns() throws {
    let chart = LineChart(
      quantity: .label(.loss), unit: .plain, better: .lower,
      lines: [
        .init(run: "slow", role: .validation, values: [2.3, 1.1, 0.9]),
        .init(run: "fast", role: .validation, values: [2.3, .nan, .nan]),
        .init(run: "long", role: .validation, values: [2.2, 1.0, 0.8, 0.7, 0.69]),
      ])
    try expect([.chart(chart)], is: "chart-several-runs")
  }

  @Test("A logarithmic chart says so, and leaves out what its axis cannot show.")
  func logarithmicChart() throws {
    let chart = LineChart(
      quantity: .label(.loss), unit: .plain, better: .lower,
      lines: [
        .init(run: "slow", role: .training, values: [2.3, 0.41, .nan, 0.006]),
        .init(run: "slow", role: .validation, values: [2.2, 0.5, 0, 0.02]),
      ], scale: .log)
    try expect([.chart(chart)], is: "chart-logarithmic")
  }

  @Test("A confusion matrix has counts, shares, shades and a sentence.")
  func confusionMatrix() throws {
    let matrix = ConfusionMatrix(
      classes: ["cat", "dog", "<bird>"], counts: [[90, 10, 0], [3, 1_200, 1], [0, 0, 0]])
    try expect([.confusionMatrix(matrix)], is: "confusion-matrix")
  }

  @Test("Four outcomes have their counts, and measures with their formulas.")
  func outcomes() throws {
    func outcomes(_ counts: [[Int]], _ classes: [String]) -> Output {
      .outcomes(BinaryOutcomes(counts: counts, classes: classes, positive: 1))
    }
    try expect(
      [
        outcomes([[1_200, 3, 0], [10, 90, 0], [1, 0, 12]], ["<cat>", "<dog>", "bird"]),
        outcomes([[4, 0], [2, 0]], ["no", "yes"]),
      ], is: "outcomes", alternativeText: "Outcomes.")
  }

  @Test("Images carry their captions and verdicts.")
  func images() throws {
    let grid = ImageGrid(
      title: .label(.wrong), height: 2, width: 3,
      items: [
        .init(pixels: [0, 128, 255, 255, 128, 0], caption: .verbatim("7")),
        .init(pixels: [0, 0, 0, 0, 0, 0], caption: .phrase(.predictedRight, ["1"]), isRight: true),
        .init(pixels: [255], caption: .phrase(.predictedWrong, ["4", "9"]), isRight: false),
      ])
    try expect([.images(grid)], is: "images", alternativeText: "Three images.")
  }

  @Test("A grid of numbers is shaded by size, and has its picture where it is an image.")
  func numberGrid() throws {
    let whole = NumberGrid(
      title: .phrase(.sampleNumber, ["0", "5"]), values: [[0, 3, 18], [126, 255, 254]])
    let broken = NumberGrid(values: [[-0.5, 0.25, 0], [.nan, 1, 12.375]])
    let image = NumberGrid(title: .verbatim("<7>"), values: [[0, 255]], pixels: [0, 255])
    let row = NumberGrid(values: [(0..<45).map(Double.init)])
    try expect(
      [.numberGrid(whole), .numberGrid(broken), .numberGrid(image), .numberGrid(row)], is: "number-grid",
      alternativeText: "A grid.")
  }

  @Test("A layer chart spans powers of ten, and leaves out what its axis cannot show.")
  func layerChart() throws {
    let chart = LayerChart(
      quantity: .label(.gradientNorm), layers: ["dense", "dense_1", "dense_2"],
      lines: [
        .init(.before, [3.1e-7, 0.02, 1.5]), .init(.predicted, [2.9e-7, 0.018, nil]),
        .init(.after, [0, .nan, 123_456]),
      ], measurements: Self.numbers)
    try expect([.layerChart(chart)], is: "layer-chart")
  }

  @Test("The curves of a fit share one table of numbers.")
  func curves() throws {
    func chart(_ quantity: Label, _ values: [Double]) -> LineChart {
      LineChart(
        quantity: .label(quantity), unit: quantity == .accuracy ? .fraction : .plain,
        better: quantity == .accuracy ? .higher : .lower,
        lines: [.init(run: "fit", role: .training, values: values)])
    }
    let numbers = Table(
      columns: [.init(.label(.epoch), .number), .init(.label(.loss), .number)],
      rows: [[.integer(1), .number(2.3, digits: 4)], [.integer(2), .number(1.1, digits: 4)]])
    let curves = TrainingCurves(
      charts: [chart(.accuracy, [0.1, 0.5]), chart(.loss, [2.3, 1.1])], numbers: numbers)
    try expect([.curves(curves)], is: "curves", alternativeText: "A fit.")
  }

  @Test("The curve of the run that a fit is from stands in grey behind its own, named at its end.")
  func earlierCurve() throws {
    func page(_ earlier: [Double], band: LineChart.Band? = nil, language: String = "en") -> String {
      let chart = LineChart(
        quantity: .label(.accuracy), unit: .fraction, better: .higher,
        lines: [.init(run: "own", role: .validation, values: [0.3, 0.5])],
        earlier: .init(run: "<first>", role: .validation, values: earlier, band: band))
      let curves = TrainingCurves(charts: [chart, chart], numbers: Table(columns: [], rows: []))
      return PageFixture.page(
        "---\nlang: \(language)\n---\n```{fit}\n```\n", cells: [PageFixture.cell(outputs: [.curves(curves)])]
      ).replacing("\u{A0}", with: " ")
    }
    let shown = page([0.2, 0.4, 0.6, 0.7])
    #expect(shown.ranges(of: "<g class=\"series-before\"><path class=\"line\"").count == 2)
    #expect(shown.contains(">&lt;first&gt; 70.0%</text>"))
    #expect(shown.contains("The run before, &lt;first&gt;, ends at 70%."))
    #expect(page([0.2], language: "ja").contains("変更前の学習（&lt;first&gt;）は20%で終わっています。"))
    #expect(!shown.contains("area spread"))
    #expect(
      page(
        [0.2, 0.4], band: .init(lowest: [0.1, 0.3], highest: [0.3, 0.5], deviation: [0.1, 0.1], runs: 2)
      )
      .contains("<g class=\"series-before\"><path class=\"area spread\""))
    // The axis reaches as far as the longer of the two.
    #expect(shown.contains(">4</text>"))
    #expect(!page([0.2]).contains(">4</text>"))
    #expect(!page([.nan, .nan]).contains("The run before"))
  }

  @Test("The first chart of a fit says what bands are, for the others as well.")
  func bandsOfCurves() {
    let line = LineChart.Line(run: "fit", role: .training, runs: [[0.25, 0.5], [0.35, 0.7]])
    let chart = LineChart(quantity: .label(.accuracy), unit: .fraction, better: .higher, lines: [line])
    func page(_ charts: [LineChart]) -> String {
      let curves = TrainingCurves(charts: charts, numbers: Table(columns: [], rows: []))
      return PageFixture.page("```{fit}\n```\n", cells: [PageFixture.cell(outputs: [.curves(curves)])])
    }
    let words = ">2 seeds ± SD; lighter: range</text>"
    #expect(page([chart, chart, chart]).ranges(of: words).count == 1)
    // The charts begin alike, whether their legends have something to say or not.
    let heights = page([chart, chart]).matches(of: /viewBox="0 0 340 ([\d.]+)"/).map(\.output.1)
    #expect(heights.count == 2 && Set(heights).count == 1)
  }

  @Test("The name of a line that ends early stands at its end where there is room, else in the margin.")
  func innerLabels() {
    /// The place of the text that names a run, and whether a thin line leads to it.
    func label(_ run: String, _ lines: [[Double]]) -> (x: Double, isLed: Bool)? {
      let chart = LineChart(
        quantity: .label(.loss), unit: .plain, better: .lower,
        lines: lines.enumerated().map { .init(run: "run\($0.offset)", role: .validation, values: $0.element) }
      )
      let page = PageFixture.page("```{plot}\n```\n", cells: [PageFixture.cell(outputs: [.chart(chart)])])
      let text = page.matches(
        of:
          #/<g class="series-\d">(<path class="leader"[^>]*>)?<text class="label[^"]*" x="([\d.]+)"[^>]*>(\w+) /#
      )
      return text.first { $0.output.3 == run }.map { (Double($0.output.2) ?? 0, $0.output.1 != nil) }
    }
    let long = (0..<20).map { _ in 1.0 }
    let free = label("run1", [long, [5, 4, 3]])
    #expect(free.map { $0.x < 300 && !$0.isLed } == true)
    // A line that goes up and down through all the room beside the end leaves none.
    let busy = (0..<20).map { $0 % 2 == 0 ? 0.0 : 6.0 }
    let margin = label("run1", [busy, [5, 4, 3]])
    #expect(margin.map { $0.x > 500 && $0.isLed } == true)
    // A line that ends at the margin is named there.
    #expect(label("run0", [long, [5, 4, 3]]).map { $0.x > 500 && !$0.isLed } == true)
  }

  @Test("A dot plot has a row for each category, and names its series where there are several.")
  func dotPlot() throws {
    let scores = DotPlot(
      title: .label(.precisionAndRecall), categories: ["cat", "<dog>", "bird"],
      series: [.init(.label(.precision), [0.5, 1, 0.9]), .init(.label(.recall), [0.75, 0.998, .nan])],
      startsAtZero: false, numbers: Self.numbers)
    let shares = DotPlot(
      title: .label(.sharesOfClasses), categories: ["0", "1"],
      series: [.init(.label(.trainingData), [0.48, 0.52])], reference: .init(.label(.equalShares), 0.5),
      startsAtZero: true, numbers: Self.numbers)
    try expect([.dots(scores), .dots(shares)], is: "dot-plot", alternativeText: "Dots.")
    let short = DotPlot(
      title: .label(.importance), categories: ["a", "b"], series: [.init(.label(.importance), [1])],
      startsAtZero: true, numbers: Self.numbers)
    #expect(scores.isSound && !short.isSound)
  }

  @Test("Of many categories, a dot plot draws the largest, in their order, and says so.")
  func manyCategories() {
    let count = 40_000
    let plot = DotPlot(
      title: .label(.sharesOfClasses), categories: (0..<count).map { "class \($0)" },
      series: [.init(.label(.trainingData), (0..<count).map { $0 % 400 == 7 ? 0.5 : 0.1 })],
      startsAtZero: true, numbers: Self.numbers)
    let drawn = plot.largest(100)
    #expect(drawn.isSound && drawn.categories.first == "class 7" && drawn.categories.last == "class 39607")
    #expect(plot.largest(count).categories.count == count)
    let page = PageFixture.page(
      "```{show}\n```\n", cells: [PageFixture.cell(outputs: [.dots(plot)])])
    #expect(page.contains("Of 40,000, the 100 with the largest values are drawn."))
    #expect(page.utf8.count < 200_000)
  }

  @Test("A diagram has a box for the input and for each layer or group of equal layers.")
  func diagram() throws {
    let diagram = ModelDiagram(
      inputShape: "(28, 28)",
      boxes: [
        .init(
          name: "flatten", count: 1, activation: nil, outputShape: "(784,)", parameters: "0", share: nil),
        .init(
          name: "dense_1 … dense_9", count: 9, activation: "<relu>", outputShape: "(30,)",
          parameters: "9 × 930", share: 0.26),
      ])
    try expect([.diagram(diagram)], is: "diagram", caption: "A network.")
  }

  @Test("A small image has sixteen shades, and a larger one has them all.", arguments: [(32, 4), (33, 8)])
  func shades(_ side: Int, _ depth: Int) throws {
    let grid = ImageGrid(
      height: side, width: side,
      items: [.init(pixels: (0..<side * side).map { UInt8($0 % 256) }, caption: .verbatim("1"))])
    let page = PageFixture.page(
      "```{plot} shown\n```\n", cells: [PageFixture.cell(name: "shown", outputs: [.images(grid)])])
    let match = try #require(page.firstMatch(of: /image\/png;base64,([A-Za-z0-9+\/=]+)/))
    let png = Array(try #require(Data(base64Encoded: String(match.1))))
    #expect(Int(png[24]) == depth && png[25] == 0)
  }

  @Test("Weights are drawn in colours that meet at zero, which is white.")
  func weights() throws {
    let grid = ImageGrid(
      height: 1, width: 3, palette: .diverging,
      items: [.init(pixels: [0, 128, 255], caption: .verbatim("1"))])
    let page = PageFixture.page(
      "```{plot} shown\n```\n", cells: [PageFixture.cell(name: "shown", outputs: [.images(grid)])])
    let match = try #require(page.firstMatch(of: /image\/png;base64,([A-Za-z0-9+\/=]+)/))
    let png = Array(try #require(Data(base64Encoded: String(match.1))))
    // After the signature of 8 bytes and the header of 25: the length of the palette, its type, and its colours.
    #expect(png[25] == 3, "the colour type is a palette")
    #expect(Array(png[37..<41]) == Array("PLTE".utf8))
    let palette = Array(png[41..<41 + 99])
    #expect(Array(palette.prefix(3)) == [0, 114, 178] && Array(palette.suffix(3)) == [213, 94, 0])
    #expect(Array(palette[48..<51]) == [255, 255, 255])
  }

  private static let numbers = Table(
    columns: [.init(.label(.threshold), .number)], rows: [[.number(0.5, digits: 1)]])

  @Test("Curves of a decision stand side by side, beside what they are compared with.")
  func decisionCurves() throws {
    func chart(_ title: Label, _ form: XYChart.Form, _ points: [XYChart.Point]) -> XYChart {
      XYChart(
        title: .phrase(title, ["<7>"]), x: .init(.label(.falsePositiveRate), .fraction, isWhole: true),
        y: .init(.label(.truePositiveRate), .fraction, isWhole: true), series: [.init(nil, form, points)],
        reference: .init(.label(.chance), from: .init(0, 0), to: .init(1, 1)),
        reading: .phrase(.precisionRecallReading, ["0.9", "0.5"]), numbers: Self.numbers)
    }
    try expect(
      [
        .xyCharts([
          chart(.rocCurve, .line, [.init(0, 0), .init(0.1, 0.8), .init(1, 1)]),
          chart(.reliability, .linkedPoints, [.init(0.1, 0.2, weight: 10), .init(0.9, 0.7, weight: 40)]),
          chart(.precisionRecallCurve, .steps, [.init(0, 1), .init(0.5, .nan), .init(1, 0.5)]),
        ])
      ], is: "decision-curves", alternativeText: "Curves.")
  }

  @Test("Histograms are panels, one for each class, and scatter plots have axes for large numbers.")
  func xyCharts() throws {
    func chart(_ title: Label, _ unit: XYChart.Unit, _ series: [XYChart.Series]) -> XYChart {
      XYChart(
        title: .phrase(title, ["length", "width"]), x: .init(.verbatim("length"), .plain),
        y: .init(.verbatim("width"), unit), series: series,
        reading: .phrase(.scatterReading, ["length", "<width>", "0.5", "3"]), numbers: Self.numbers)
    }
    let histogram = chart(
      .histogram, .count,
      [
        .init(.verbatim("a"), .histogram, [.init(0, 3), .init(1, 0), .init(2, 5), .init(3, 0)]),
        .init(.verbatim("<b>"), .histogram, [.init(0, 1), .init(1, 1), .init(2, 2), .init(3, 0)]),
      ])
    let scatter = chart(.scatter, .plain, [.init(nil, .points, [.init(-1, 200_000), .init(4, 900_000)])])
    try expect([.xyCharts([histogram]), .xyCharts([scatter])], is: "xy-charts", alternativeText: "A plane.")
  }

  @Test("Histograms of several classes are panels with the same axes, which are named once.")
  func panels() throws {
    let chart = XYChart(
      title: .phrase(.histogram, ["length"]), x: .init(.verbatim("length"), .plain),
      y: .init(.label(.samples), .count),
      series: [
        .init(.verbatim("a"), .histogram, [.init(0, 3), .init(1, 90), .init(2, 0)]),
        .init(.verbatim("b"), .histogram, [.init(0, 1), .init(1, 1), .init(2, 0)]),
      ], reading: .verbatim("They differ."), numbers: Self.numbers)
    let page = PageFixture.page(
      "```{plot}\n```\n", cells: [PageFixture.cell(outputs: [.xyCharts([chart])])])
    let panels = page.split(separator: "<svg").filter { $0.contains("viewBox=\"0 0 180 ") }
    #expect(panels.count == 2)
    let axes = panels.map { panel in
      panel.matches(of: /<text x="[^"]*" y="([^"]*)">([0-9]+)<\/text>/).map {
        "\($0.output.1) \($0.output.2)"
      }
    }
    #expect(axes[0] == axes[1] && axes[0].contains { $0.hasSuffix(" 100") })
    #expect(page.ranges(of: "All panels have the same axes: <code>length</code> to the right").count == 1)
    #expect(
      page.contains("<desc>samples: 2</desc>")
        || page.contains("samples: 2</desc>"))
  }

  @Test("A chart without a sentence is described by the names of its curves.")
  func namedCurves() throws {
    let chart = XYChart(
      title: .label(.activation), x: .init(.verbatim("x"), .plain), y: .init(.verbatim("f(x)"), .plain),
      series: [
        .init(.verbatim("<a>"), .line, [.init(0, 1), .init(1, 2)]),
        .init(.verbatim("b"), .line, [.init(0, 2), .init(1, 3)]),
      ], reading: .verbatim(""), numbers: Self.numbers)
    let page = PageFixture.page(
      "```{plot} shown\n```\n", cells: [PageFixture.cell(name: "shown", outputs: [.xyCharts([chart])])])
    #expect(page.contains(">f(x): &lt;a&gt;, b</desc>"))
  }

  @Test(
    "A logarithmic axis has powers of ten, or round numbers if it is short, and what is marked has its name.")
  func logarithmicAxis() throws {
    func chart(_ points: [XYChart.Point], suggested: Double) -> XYChart {
      XYChart(
        title: .label(.rangeTest), x: .init(.label(.learningRate), .plain, isLogarithmic: true),
        y: .init(.label(.smoothedLoss), .plain), series: [.init(nil, .line, points)],
        reference: .init(
          .phrase(.suggestedRate, ["\(suggested)"]), from: .init(suggested, 0.5), to: .init(suggested, 2.3)),
        reading: .joined([
          .phrase(.rangeTestReading, ["5", "0.001", "10", "0.500", "1", "0.1"]), .label(.rangeTestEndedEarly),
        ]), numbers: Self.numbers)
    }
    let long = (0...4).map { XYChart.Point([1e-3, 1e-2, 0.1, 1, 10][$0], [2.3, 2.2, 1.5, 0.5, 2][$0]) }
    let short = [XYChart.Point(0.02, 2.3), .init(0.1, 0.5), .init(0.3, 1)]
    try expect(
      [.xyCharts([chart(long, suggested: 0.1)]), .xyCharts([chart(short, suggested: 0.05)])],
      is: "logarithmic-axis", alternativeText: "Rates.")
    let unsound = chart(long + [.init(0, 1)], suggested: 0.1)
    #expect(chart(long, suggested: 0.1).isSound && !unsound.isSound)
  }

  @Test("A learning rate is a setting, which is measured on no samples and has no best epoch.")
  func learningRate() throws {
    func chart(_ lines: [LineChart.Line]) -> Output {
      .chart(
        LineChart(quantity: .label(.learningRate), unit: .anySize, better: nil, lines: lines))
    }
    let falling = LineChart.Line(run: "falling", role: .setting, values: [0.1, 0.01, 0.000_012_5])
    let cycle = LineChart.Line(run: "cycle", role: .setting, values: [0.004, 0.1, 0.01])
    try expect([chart([falling]), chart([falling, cycle])], is: "learning-rate")
  }

  @Test("A change has the settings, the difference, and the answers that changed.")
  func change() throws {
    func card(_ quantity: Label, _ before: Double, _ after: Double, _ answers: ChangeCard.Answers?) -> Output
    {
      .change(
        ChangeCard(
          quantity: .label(quantity), unit: quantity == .accuracy ? .fraction : .plain,
          better: quantity == .accuracy ? .higher : .lower, role: .validation, before: before, after: after,
          changes: [.change(name: "learning_rate", from: "0.1", to: "0.01")], answers: answers))
    }
    let grid = ImageGrid(
      title: .label(.becameRight), height: 1, width: 2,
      items: [.init(pixels: [0, 255], caption: .phrase(.changedAnswer, ["5", "<3>"]))])
    try expect(
      [
        card(
          .accuracy, 0.675, 0.723,
          .init(count: 10_000, becameRight: 1_234, becameWrong: 754, examples: [grid])),
        card(.loss, 0.5, 0.625, nil), card(.loss, 0.5, 0.5, nil),
        card(.loss, .nan, 0.5, nil),
      ], is: "change")
  }

  @Test("Claims show their verdict and both sides, or all that they read.")
  func claims() throws {
    try expect(
      [
        .claims([
          Claim(line: 1, range: 0..<1, source: "a.x > b.x", verdict: .holds, left: "76.2%", right: "65.1%"),
          Claim(line: 2, range: 0..<1, source: "a.x < 5", verdict: .fails, left: "7"),
          Claim(
            line: 3, range: 0..<1, source: "c", verdict: .notChecked(.phrase(.notCheckedFallback, ["digits"]))
          ),
          Claim(
            line: 4, range: 0..<1, source: "a.x > 1 and not b.x < 1", verdict: .fails,
            readings: [.init(path: "a.x", value: "0.5"), .init(path: "b.x", value: "<2>")]),
        ])
      ], is: "claims")
  }

  @Test("Notices and text use the page's words.")
  func notices() throws {
    try expect(
      [
        .text(.joined([.label(.trainingData), .verbatim("60,000")])),
        .notice(Notice(.information, .verbatim("i"))),
        .notice(Notice(.warning, .phrase(.fallbackData, ["mnist", "digits", "no network."]))),
        .notice(
          Notice(
            .failure,
            .joined([
              .phrase(.cellFailed, ["deep", "the loss is NaN."]), .label(.skippedForIt),
              .list([.phrase(.cellNamed, ["report"]), .phrase(.cellInLine, ["plot", "12"])]),
            ]))),
        .notice(Notice(.failure, .phrase(.cellInLineFailed, ["show", "7", "the file is gone."]))),
      ], is: "notices")
  }
}
