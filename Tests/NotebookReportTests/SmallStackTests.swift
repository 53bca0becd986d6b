import NotebookReport
import NotebookSyntax
import Testing

@Suite struct SmallStackTests {
  private static func chain(_ part: String, _ count: Int) -> String {
    String(repeating: part, count: count)
  }

  @Test(
    "Prose and formulas that nest as deep as may be are read, written and freed.",
    arguments: [
      chain("> ", 99) + "a", chain("- ", 49) + "a", chain("> - ", 32) + "# a\n",
      chain("*a **b ", 48) + "c" + chain("** *", 48), chain("![", 98) + "a" + chain("](b)", 98),
      chain("> ", 50) + chain("*a **b ", 23) + "c" + chain("** *", 23),
      "$" + chain("\\sqrt{", 19) + "x" + chain("}", 19) + "$",
      "$" + chain("x^{", 19) + "x" + chain("}", 19) + "$",
      "$" + chain("\\left(", 38) + "x" + chain("\\right)", 38) + "$",
      "$" + chain("\\begin{matrix}", 38) + "x" + chain("\\end{matrix}", 38) + "$",
    ])
  func deep(_ text: String) {
    onSmallStack {
      let page = PageFixture.page(text)
      #expect(page.contains("</html>"))
    }
  }

  @Test("Thousands of headings of the same words have ids in order.", .timeLimit(.minutes(1)))
  func headings() {
    let page = PageFixture.page(Self.chain("# a\n\n", 3_000) + "# a-2\n")
    #expect(page.contains("<h1 id=\"a-3000\">") && page.contains("<h1 id=\"a-2-2\">"))
  }
}
