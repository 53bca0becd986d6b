import Foundation
import NotebookReport
import NotebookResults
import Testing

@Suite struct PageTests {
  private let chart = Output.chart(
    LineChart(
      quantity: .label(.accuracy), unit: .fraction, better: .higher,
      lines: [.init(run: "a", role: .validation, values: [0.1, 0.2])]))
  private let table = Output.table(
    Table(columns: [.init(.label(.epoch), .number)], rows: [[.integer(1)]]))

  @Test("The head names the page, keeps everything out and describes it for others.")
  func head() throws {
    let page = PageFixture.page(
      """
      ---
      title: T
      author: A. Author
      date: "2026-04-01"
      description: A "description" & more.
      ---
      Text.
      """)
    let end = try #require(page.range(of: "<style>"))
    try Golden.expect(String(page[..<end.lowerBound]), is: "head.html")
  }

  @Test("Equal results give equal bytes, however long they took and wherever they were kept.")
  func determinism() {
    func page(_ saved: SavedWork, _ seconds: Double, _ digests: [String: String]) -> String {
      PageFixture.page(
        "# A\n\n```{plot} a\n```\n",
        cells: [
          PageFixture.cell(
            name: "a", outputs: [chart, table], echo: true, caption: "C", saved: saved, seconds: seconds
          )
        ],
        provenance: PageFixture.provenance(
          data: [.init(cell: "d", dataset: "mnist", origin: .label(.official), digests: digests)]))
    }
    let pairs = (0..<20).map { ("file\($0)", "digest\($0)") }
    let one = page(.none, 1, Dictionary(uniqueKeysWithValues: pairs))
    #expect(
      one
        == page(
          SavedWork(seconds: 3, epochs: 2, isAll: true), 99,
          Dictionary(uniqueKeysWithValues: pairs.reversed())))
  }

  @Test("The description stands below the title, and in the metadata.")
  func description() {
    let page = PageFixture.page("---\ndescription: What <this> is about.\n---\n\nText.")
    #expect(page.contains("<p class=\"description\">What &lt;this&gt; is about.</p></header>"))
    #expect(page.contains("property=\"og:description\" content=\"What &lt;this&gt; is about.\""))
  }

  @Test("Captioned figures and tables are numbered, each in its own order.")
  func numbering() {
    let cells = [
      PageFixture.cell(outputs: [chart], caption: "First."),
      PageFixture.cell(outputs: [table], caption: "Second."),
      PageFixture.cell(outputs: [chart]),
      PageFixture.cell(outputs: [chart], output: false, caption: "Hidden."),
      PageFixture.cell(outputs: [chart], caption: "Third."),
    ]
    let page = PageFixture.page(String(repeating: "```{plot}\n```\n\n", count: 5), cells: cells)
    #expect(page.contains("<figcaption><b>Figure 1. </b>First.</figcaption>"))
    #expect(page.contains("<figcaption><b>Table 1. </b>Second.</figcaption>"))
    #expect(page.contains("<figcaption><b>Figure 2. </b>Third.</figcaption>"))
    #expect(!page.contains("Hidden."))
  }

  @Test(
    "A caption stands behind what it is about, and before a series of results, of which it says what they are."
  )
  func captionPlace() throws {
    func page(_ outputs: [Output]) -> String {
      PageFixture.page("```{plot}\n```\n", cells: [PageFixture.cell(outputs: outputs, caption: "All of it.")])
    }
    #expect(page([chart]).contains("<b>Figure 1. </b>All of it.</figcaption></figure>"))
    #expect(
      page([chart, chart]).contains("<figure class=\"result\"><figcaption><b>Figure 1. </b>All of it."))
  }

  @Test("A change belongs to the figure above it, and their caption stands behind both.")
  func captionBesideChange() throws {
    let card = ChangeCard(
      chart: LineChart(
        quantity: .label(.loss), unit: .plain, better: .lower,
        lines: [
          .init(run: "a", role: .validation, values: [0.2]),
          .init(run: "b", role: .validation, values: [0.1]),
        ]), changes: [.change(name: "epochs", from: "1", to: "2")], answers: nil)
    let page = PageFixture.page(
      "```{fit}\n```\n", cells: [PageFixture.cell(outputs: [chart, .change(card)], caption: "All of it.")])
    let change = try #require(page.range(of: "<div class=\"change-card\""))
    let caption = try #require(
      page.range(of: "<figcaption><b>Figure 1. </b>All of it.</figcaption></figure>"))
    #expect(change.lowerBound < caption.lowerBound)
    #expect(page.ranges(of: "<figure").count == 1)
  }

  @Test("A cell shows its result, then its source behind a line that says what it does.")
  func cell() throws {
    let page = PageFixture.page(
      "```{fit} slow\nfrom: fast # all but one\noptimizer: {sgd: {learning_rate: 0.01}}\nnote: \"a # b\"\n```\n",
      cells: [
        PageFixture.cell(
          "fit", name: "slow", outputs: [table], echo: true,
          summary: [
            .words(.phrase(.from, ["fast"])), .change(name: "learning_rate", from: "0.1", to: "0.01"),
          ])
      ])
    try Golden.expect(Prose.article(of: page), is: "cell.html")
  }

  @Test("A failed cell says why, and what depends on it says that it was skipped.")
  func failures() throws {
    let text = "```{fit} deep\n```\n\n```{plot}\n```\n\n```{show} quiet\n```\n"
    let page = PageFixture.page(
      text,
      cells: [
        PageFixture.cell(
          "fit", name: "deep", status: .failed(message: "The loss is NaN.", help: "Lower the rate.")),
        PageFixture.cell("plot", line: 4, status: .skipped(because: "deep")),
        PageFixture.cell("show", name: "quiet", line: 7, status: .skipped(because: nil)),
      ], notices: [Notice(.failure, .phrase(.cellFailed, ["deep", "The loss is NaN."]), line: 1)])
    try Golden.expect(Prose.article(of: page), is: "failures.html")
    #expect(page.contains("<a class=\"to-cell\" href=\"#cell-deep\">Go to deep</a>"))
  }

  @Test(
    "What the program says of a failure is marked as English on a page in another language, and only there.")
  func languageOfFailures() {
    func page(_ language: String) -> String {
      PageFixture.page(
        "---\nlang: \(language)\n---\n\n```{fit} deep\n```\n",
        cells: [
          PageFixture.cell("fit", name: "deep", status: .failed(message: "The loss.", help: "Lower it."))
        ],
        notices: [Notice(.failure, .phrase(.cellFailed, ["deep", "The loss."]), line: 1)])
    }
    let marked = page("ja").components(separatedBy: "<span lang=\"en\">").dropFirst().map {
      $0.components(separatedBy: "</span>")[0]
    }
    #expect(marked == ["The loss.", "The loss.", "Lower it."])
    #expect(!page("en").contains("<span lang"))
  }

  @Test(
    "Contents appear beside the text and folded above it, if there are enough headings and they are wanted.")
  func contents() {
    let headings = "## One\n\n### Two\n\n#### Deep\n\n## Three\n"
    let page = PageFixture.page(headings)
    #expect(page.contains("<nav class=\"contents beside\" aria-label=\"Contents\">"))
    #expect(page.contains("<li class=\"lower\"><a href=\"#two\">Two</a></li>"))
    #expect(!page.contains("<li class=\"lower\"><a href=\"#deep\">"))
    #expect(!PageFixture.page("---\ntoc: false\n---\n" + headings).contains("<nav"))
    #expect(!PageFixture.page("## One\n\n## Two\n").contains("<nav"))
  }

  @Test("Without a title in the front matter, the first heading is the page's.")
  func ownTitle() {
    let page = PageFixture.page("# My *notebook*\n\nText.", title: nil)
    #expect(page.contains("<title>My notebook</title>"))
    #expect(page.contains("<header class=\"title-block\"><h1 id=\"my-notebook\">"))
    #expect(page.components(separatedBy: "<h1").count == 2)
    #expect(PageFixture.page("Text.", title: nil).contains("<h1>notebook.md</h1>"))
  }

  @Test("The theme and the language of the front matter reach the page.")
  func theme() {
    let page = PageFixture.page("---\nlang: ja\ntheme: dark\n---\n")
    #expect(page.contains("<html lang=\"ja\" data-theme=\"dark\">"))
    #expect(page.contains("<meta name=\"color-scheme\" content=\"dark\" />"))
  }

  @Test("The provenance can be read back from the page.")
  func provenance() throws {
    let written = PageFixture.provenance(
      parameters: [.init(name: "epochs", value: "</script>\u{2028}")],
      data: [.init(cell: "d", dataset: "mnist", origin: .label(.ownCopy), digests: ["b": "2", "a": "1"])])
    let page = PageFixture.page("", provenance: written)
    let start = try #require(page.range(of: "<script type=\"application/json\" id=\"tunebook-provenance\">"))
    let end = try #require(page.range(of: "</script>", range: start.upperBound..<page.endIndex))
    let json = page[start.upperBound..<end.lowerBound]
    #expect(!json.contains("<"))
    let read = try JSONDecoder().decode(Provenance.self, from: Data(json.utf8))
    #expect(read == written)
  }

  @Test("Nothing is fetched and nothing runs.")
  func selfContained() {
    let page = PageFixture.page(
      "![p](https://example.com/p.png)", cells: [PageFixture.cell(outputs: [chart, table])])
    #expect(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:;"))
    #expect(!page.contains("<link") && !page.contains("@import") && !page.contains("url("))
    #expect(page.components(separatedBy: "<script").count == 2)
  }
}
