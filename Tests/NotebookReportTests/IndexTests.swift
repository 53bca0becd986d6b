import NotebookReport
import NotebookResults
import Testing

@Suite struct IndexTests {
  private static func card(
    _ text: String, cells: [CellOutcome] = [], notices: [Notice] = [], title: String? = nil,
    page: String = "a.html", translations: [PageNavigation.Translation] = []
  ) -> IndexCard {
    IndexCard(
      document: PageFixture.document(text),
      outcome: NotebookOutcome(
        title: title, subtitle: nil, cells: cells, inlineValues: [:], notices: notices,
        provenance: PageFixture.provenance()), page: page, translations: translations)
  }

  private static func cell(
    _ directive: String, _ headline: Headline? = nil, outputs: [Output] = [], output: Bool = true,
    status: CellOutcome.Status = .ok
  ) -> CellOutcome {
    CellOutcome(
      name: nil, directive: directive, line: 1, status: status, saved: .none, seconds: 0,
      value: .record([]), headline: headline, outputs: outputs,
      presentation: CellPresentation(
        echo: true, output: output, caption: nil, alternativeText: nil, summary: []), digest: "")
  }

  private static let accuracy = Words.label(.accuracy)
  private static let loss = Words.label(.loss)

  private static func share(_ label: Words, _ value: Double) -> Headline {
    Headline(label: label, value: value, unit: .fraction)
  }

  private static func number(_ label: Words, _ value: Double) -> Headline {
    Headline(label: label, value: value, unit: .plain)
  }

  private static func index(_ cards: [IndexCard]) -> String { IndexPage.render(cards, engineVersion: "1.0") }

  private static func chart(_ run: String) -> LineChart {
    LineChart(
      quantity: .label(.accuracy), unit: .fraction, better: .higher,
      lines: [
        .init(run: run, role: .training, values: [0.2, 0.5, 0.7]),
        .init(run: run, role: .validation, values: [0.3, 0.5, 0.6]),
        .init(run: "b", role: .training, values: [0.1, .nan]),
      ])
  }

  @Test("A card has title, result, description, curves, what went wrong, and other languages.")
  func cards() throws {
    let page = Self.index([
      Self.card(
        "---\ndescription: What it is about.\n---\n# Not the title",
        cells: [
          Self.cell("plot", outputs: [.chart(Self.chart("one"))]),
          Self.cell("evaluate", Self.share(Self.accuracy, 0.8514)),
        ], title: "A title", page: "a b.html", translations: [.init(language: .ja, page: "a b.ja.html")]),
      Self.card("## First\n\n# Second", notices: [Notice(.failure, .verbatim("It failed."))], page: "c.html"),
      Self.card(
        "---\nlang: ja\n---\n# あ", cells: [Self.cell("fit", Self.number(.onValidation(Self.loss), 0.25))],
        page: "d.html"),
    ])
    let start = try #require(page.range(of: "<body>"))
    try Golden.expect(String(page[start.lowerBound...]), is: "index.html")
    #expect(page.contains("<html lang=\"en\"") && page.contains("<title>Notebooks</title>"))
  }

  @Test("The result is that of the last evaluation that is shown, or else of the last fit.")
  func headline() {
    let accurate = Self.cell("evaluate", Self.share(Self.accuracy, 0.5))
    let lossy = Self.cell("evaluate", Self.number(Self.loss, 0.0625))
    let hidden = Self.cell("evaluate", Self.share(Self.accuracy, 0.9), output: false)
    let failed = Self.cell(
      "evaluate", Self.share(Self.accuracy, 0.9), status: .failed(message: "m", help: nil))
    let fit = Self.cell("fit", Self.share(.onValidation(Self.accuracy), 0.2))
    func headline(_ cells: [CellOutcome]) -> Substring? {
      Self.index([Self.card("# A", cells: cells)])
        .firstMatch(of: /<p class="headline"><b>(.*?)<\/b> <span>(.*?)<\/span>/)
        .map { $0.output.1 + " " + $0.output.2 }
    }
    #expect(headline([lossy, accurate, fit, hidden, failed]) == "50.0% accuracy")
    #expect(headline([accurate, lossy]) == "0.0625 loss")
    #expect(headline([hidden, fit, failed]) == "20.0% validation accuracy")
    #expect(headline([Self.cell("fit", Self.number(Self.loss, 3))]) == "3.00 loss")
    #expect(headline([hidden, failed]) == nil)
  }

  @Test("The curves are those of the last plot, or else of the last fit.")
  func thumbnail() {
    let plot = { Self.cell("plot", outputs: [.chart(Self.chart($0))]) }
    let fit = Self.cell(
      "fit",
      outputs: [.curves(TrainingCurves(charts: [Self.chart("fit")], numbers: Table(columns: [], rows: [])))])
    func description(_ cells: [CellOutcome]) -> String {
      let page = Self.index([Self.card("# A", cells: cells)])
      return page.firstMatch(of: /<desc.*?<\/desc>/).map { String($0.output) } ?? ""
    }
    #expect(description([plot("one"), plot("two"), fit]).contains("two"))
    #expect(description([fit]).contains("fit"))
    #expect(description([Self.cell("plot")]) == "")
  }

  @Test("Nothing that a notebook says becomes markup of the index.")
  func hostile() {
    let evil = "\"><x-evil>'&"
    let page = Self.index([
      Self.card(
        "---\ndescription: '\"><x-evil>'\n---\n",
        cells: [Self.cell("plot", outputs: [.chart(Self.chart(evil))])],
        notices: [Notice(.warning, .verbatim(evil))], title: evil, page: evil + ".html",
        translations: [.init(language: .ja, page: evil)])
    ])
    #expect(!page.contains("<x-evil") && MarkupScan(page).faults == [])
  }

  @Test("The index speaks the language of most notebooks.")
  func language() {
    let japanese = Self.card("---\nlang: ja\n---\n# い")
    #expect(Self.index([Self.card("# A"), japanese, japanese]).contains("<html lang=\"ja\""))
    #expect(Self.index([japanese, Self.card("# A")]).contains("<html lang=\"en\""))
  }
}
