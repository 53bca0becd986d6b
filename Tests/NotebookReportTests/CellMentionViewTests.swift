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
