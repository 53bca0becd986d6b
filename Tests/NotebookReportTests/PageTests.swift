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
          data: [.init(cell: "d", dataset: "mnist", origin: .official, digests: digests)]))
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
    #expect(page.contains("<p class=\"description\">What &lt;this&gt; is about.</p><div"))
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

  @Test("A caption stands behind what it is about, be it one result or several.")
  func captionPlace() throws {
    func page(_ outputs: [Output]) -> String {
      PageFixture.page("```{plot}\n```\n", cells: [PageFixture.cell(outputs: outputs, caption: "All of it.")])
    }
    for outputs in [[chart], [chart, chart], [table, chart]] {
      #expect(page(outputs).contains(" 1. </b>All of it.</figcaption></figure>"))
    }
  }

  @Test("A change belongs to the figure above it, and their caption stands behind both.")
  func captionBesideChange() throws {
    let card = ChangeCard(
      quantity: .label(.loss), unit: .plain, better: .lower, role: .validation, before: 0.2, after: 0.1,
      changes: [.change(name: "epochs", from: "1", to: "2")], answers: nil)
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
      data: [.init(cell: "d", dataset: "mnist", origin: .ownCopy, digests: ["b": "2", "a": "1"])])
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
    #expect(page.ranges(of: "<link").count == 1)
    #expect(page.contains("<link rel=\"icon\" href=\"data:image/svg+xml,"))
    #expect(!page.contains("@import") && !page.contains("url("))
    #expect(page.components(separatedBy: "<script").count == 2)
  }

  @Test("The notebook can be saved from its page, byte for byte, under its own name.")
  func saving() throws {
    let notebook = "# 数 </a>\n\n\"quoted\"\n"
    let page = PageFixture.page(notebook)
    let link = try #require(
      page.firstMatch(of: /<a download="([^"]*)" href="data:text\/markdown;charset=utf-8;base64,([^"]*)">/))
    #expect(link.1 == "notebook.md")
    #expect(Data(base64Encoded: String(link.2)) == Data(notebook.utf8))
  }

  @Test("A title is printed at the head of each sheet, and nothing in it ends the style sheet.")
  func runningTitle() {
    let title = "a\"}</style><b>\\ 数"
    let page = PageFixture.page("---\ntitle: '\(title)'\n---\n", title: title)
    let escaped = "a\\22 \\7d \\3c \\2f style\\3e \\3c b\\3e \\5c  \\6570 "
    #expect(page.contains("@top-left { content: \"\(escaped)\"; }"))
    #expect(page.ranges(of: "</style>").count == PageFixture.page("").ranges(of: "</style>").count)
    #expect(MarkupScan(page).faults == [])
  }

  @Test("Sources are open where the notebook says so, and the colours are those that it chose.")
  func pageTools() {
    func page(_ frontMatter: String) -> String {
      PageFixture.page(
        "---\n\(frontMatter)\n---\n```{plot}\n```\n", cells: [PageFixture.cell(outputs: [chart])])
    }
    #expect(page("code_fold: false").contains("id=\"show-sources\" checked />"))
    #expect(page("code_fold: true").contains("id=\"show-sources\" />"))
    #expect(page("theme: dark").contains("id=\"theme-dark\" checked />"))
    #expect(page("lang: en").contains("id=\"theme-auto\" checked />"))
  }

  @Test("The time that the prose takes is rounded up, in words or in characters.")
  func readingTime() {
    let words = String(repeating: "word ", count: 239)
    #expect(PageFixture.page(words).contains("<span>2 min read</span>"))
    #expect(PageFixture.page("---\nlang: ja\n---\n" + String(repeating: "字", count: 500)).contains("約1分"))
  }

  @Test("A table of more than fifteen rows is shown in part until a reader asks for all.")
  func longTable() {
    func page(_ count: Int) -> String {
      let table = Table(
        columns: [.init(.label(.epoch), .number)], rows: (0..<count).map { [.integer($0)] })
      return PageFixture.page("```{show}\n```\n", cells: [PageFixture.cell("show", outputs: [.table(table)])])
    }
    #expect(page(16).contains("Show all 16 rows") && page(16).contains("<td>15</td>"))
    #expect(!page(15).contains("<div class=\"long-table\">"))
  }
}
