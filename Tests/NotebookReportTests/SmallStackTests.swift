import NotebookReport
import NotebookSyntax
import TestSupport
import Testing

@Suite struct SmallStackTests {
  private static func chain(_ part: String, _ count: Int) -> String {
    String(repeating: part, count: count)
  }

  @Test(
    "Prose and formulas that nest as deep as may be are read, written and freed.",
    arguments: [
      chain("> ", 22) + "a", chain("- ", 11) + "a", chain("> - ", 7) + "# a\n",
      chain("*a **b ", 11) + "c" + chain("** *", 11), chain("![", 22) + "a" + chain("](b)", 22),
      chain("> ", 10) + chain("*a **b ", 6) + "c" + chain("** *", 6),
      "$" + chain("\\sqrt{", 14) + "x" + chain("}", 14) + "$",
      "$" + chain("x^{", 14) + "x" + chain("}", 14) + "$",
      "$" + chain("\\left(", 29) + "x" + chain("\\right)", 29) + "$",
      "$" + chain("\\begin{matrix}", 29) + "x" + chain("\\end{matrix}", 29) + "$",
    ])
  func deep(_ text: String) {
    onSmallStack {
      let page = PageFixture.page(text)
      #expect(page.contains("</html>"))
    }
  }

  @Test("Thousands of headings of the same words have ids in order.", .timeLimit(.minutes(5)))
  func headings() {
    let page = PageFixture.page(Self.chain("# a\n\n", 3_000) + "# a-2\n")
    #expect(page.contains("<h1 id=\"a-3000\">") && page.contains("<h1 id=\"a-2-2\">"))
  }
}
