import NotebookResults
import Testing

@Suite struct CellMentionViewTests {
  private static let cells = "```{plot} one\n```\n\n```{compare} two\n```\n\n```{plot} three\n```\n"
  private static let chart = Output.chart(
    LineChart(
      quantity: .verbatim("q"), unit: .plain, better: .lower,
      lines: [.init(run: "a", role: .training, values: [1, 2])]))

  private static func page(_ prose: String, language: String = "en") -> String {
    PageFixture.page(
      "---\nlang: \(language)\n---\n\n\(prose)\n\n\(cells)",
      cells: [
        PageFixture.cell(name: "one", status: .failed(message: "m", help: nil), caption: "A."),
        PageFixture.cell(
          "compare", name: "two", outputs: [.table(Table(columns: [], rows: []))], caption: "B."),
        PageFixture.cell(name: "three", outputs: [chart], caption: "C."),
      ])
  }

  @Test("A reference is a link with the number that the caption has.")
  func link() {
    let page = Self.page("See @fig-three, @tbl-two.\n\n## On @fig-three")
    #expect(page.contains("See <a href=\"#cell-three\" class=\"mention\">Figure 1</a>, "))
    #expect(page.contains("<a href=\"#cell-two\" class=\"mention\">Table 1</a>."))
    #expect(page.contains("<b>Figure 1. </b>C.") && page.contains("<h2 id=\"on-figure-1\">"))
    #expect(Self.page("@fig-three", language: "ja").contains("class=\"mention\">図1</a>"))
  }

  private static func parts(_ prose: String, language: String = "en") -> String {
    let outputs: [Output] = [
      .table(Table(columns: [], rows: [])), .text(.verbatim("words")), chart,
      .confusionMatrix(ConfusionMatrix(classes: ["x"], counts: [[1]])),
    ]
    return PageFixture.page(
      "---\nlang: \(language)\n---\n\n\(prose)\n\n```{evaluate} report\n```\n\n```{evaluate}\n```\n",
      cells: [
        PageFixture.cell("evaluate", name: "report", outputs: outputs, caption: "A."),
        PageFixture.cell("evaluate", outputs: outputs),
      ])
  }

  @Test("Several figures and tables of a cell have letters, which references and links reach.")
  func parts() {
    let page = Self.parts("See @tbl-report, @tbl-report-b and [the matrix](#cell-report-c).")
    #expect(page.contains("<a href=\"#cell-report\" class=\"mention\">Table 1</a>"))
    #expect(page.contains("<a href=\"#cell-report-b\" class=\"mention\">Table 1b</a>"))
    for letter in ["a", "b", "c"] {
      #expect(page.ranges(of: "id=\"cell-report-\(letter)\"").count == 1)
    }
    #expect(
      page.contains("<caption>1a</caption>") && page.contains("<caption>1c · Confusion matrix</caption>"))
    #expect(page.ranges(of: ">1b · Q</text>").count == 2)
    // The second cell has no caption, and so no number.
    #expect(page.ranges(of: "<caption>Confusion matrix</caption>").count == 1 && !page.contains("cell-2-a"))
    let japanese = Self.parts("@tbl-report-c", language: "ja")
    #expect(
      japanese.contains("class=\"mention\">表1c</a>") && japanese.contains("<caption>1c · 混同行列</caption>"))
  }

  @Test("A reference to a part that a cell does not have stays as it is written.")
  func noSuchPart() {
    #expect(Self.parts("See @tbl-report-d.").contains("See @tbl-report-d."))
    #expect(Self.page("See @fig-three-b.").contains("See @fig-three-b."))
  }

  @Test("A reference to a cell that failed names it, since it has no number.")
  func failed() {
    #expect(Self.page("See @fig-one.").contains("<a href=\"#cell-one\" class=\"mention\">one</a>"))
  }

  @Test("An equation has its number beside it, and a reference leads there.")
  func equation() {
    let page = Self.page("## Eq a\n\n$$a$$\n\n$$b$$ {#eq-a}\n\nBy @eq-a.")
    #expect(page.contains("<p>By <a href=\"#eq-a\" class=\"mention\">Equation (1)</a>.</p>"))
    #expect(page.contains("<span class=\"equation\" id=\"eq-a\"><span class=\"formula\""))
    #expect(page.contains("</span><span class=\"equation-number\">(1)</span></span>"))
    #expect(page.contains("<h2 id=\"eq-a-2\">"))
    #expect(MarkupScan(page).faults == [])
    #expect(Self.page("$$b$$ {#eq-a} @eq-a", language: "ja").contains("class=\"mention\">式（1）</a>"))
  }

  @Test("Within a link and in an alternative text a reference is words alone.")
  func nested() {
    let page = Self.page("[to @fig-three](#x) ![@fig-three](data:image/png;base64,AA)")
    #expect(page.contains("<a href=\"#x\">to Figure 1</a>"))
    #expect(page.contains("alt=\"Figure 1\""))
  }
}
