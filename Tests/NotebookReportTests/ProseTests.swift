import Diagnostics
import Foundation
import NotebookReport
import NotebookResults
import NotebookSyntax
import Testing

@Suite struct ProseTests {
  @Test(
    "Every construct of GitHub's Markdown comes out as cmark-gfm writes it.",
    arguments: ["constructs", "blocks", "inlines", "links", "lists", "tables", "footnotes"])
  func constructs(name: String) throws {
    let html = Prose.withoutAdditions(Prose.html(try Golden.text("../Prose/\(name).md")))
    // cmark-gfm keeps the anchor of a link without an address.
    let expected = try Golden.text("../Prose/\(name).html").replacing(/<a href="">(.*?)<\/a>/) { $0.output.1 }
    #expect(html == expected)
  }

  @Test("Raw HTML is shown as text, and comments are left out.")
  func rawHTML() {
    let html = Prose.html(
      "<script>alert(1)</script>\n\nSay <b onclick=x>this</b>.\n\n<!-- a note -->\n\nEnd<!-- n -->.")
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(html.contains("<p>Say &lt;b onclick=x&gt;this&lt;/b&gt;.</p>"))
    #expect(html.contains("<p>End.</p>"))
    #expect(!html.contains("note"))
  }

  @Test("Headings get ids from their words, each once, in any script.")
  func headingIDs() {
    let html = Prose.html(
      "## The *data*, again!\n\n## The data again\n\n## 学習率を下げる\n\n## !?\n\n## Cell-fast\n\n## Text")
    for id in ["the-data-again", "the-data-again-2", "学習率を下げる", "section", "cell-fast", "text-2"] {
      #expect(html.contains("<h2 id=\"\(id)\">"))
    }
  }

  @Test("A heading cannot take the id of a cell.")
  func headingBesideCell() {
    let page = PageFixture.page(
      "## Cell-fast\n\n```{fit} fast\n```\n", cells: [PageFixture.cell("fit", name: "fast")])
    #expect(page.contains("<h2 id=\"cell-fast-2\">"))
    #expect(page.contains("<div class=\"cell\" id=\"cell-fast\">"))
  }

  @Test("In Japanese, a line break beside a wide character leaves no space.")
  func japaneseLineBreaks() {
    let markdown = "学習を\n進める。*強調*\nする。one\ntwo日本\nthree"
    #expect(Prose.html(markdown, language: "ja").contains("学習を進める。<em>強調</em>する。one\ntwo日本three"))
    #expect(Prose.html(markdown).contains("学習を\n進める。"))
  }

  @Test("Inline values stand in the sentence with their expression at hand.")
  func inlineValues() {
    let page = PageFixture.page(
      "It is {value}`a.b` and {value}`c.d`.",
      values: ["a.b": .text("76%"), "c.d": .unavailable(.phrase(.noValue, ["c"]))])
    #expect(page.contains("It is <data class=\"value\" value=\"76%\" title=\"a.b\">76%</data> and"))
    #expect(
      page.contains("<em class=\"unavailable\" title=\"c.d\">no value: <code>c</code> has no result</em>"))
  }

  @Test("Footnotes lead back to each reference on the page, and to none that is not there.")
  func footnotes() {
    let html = Prose.html("One[^a], two[^a], ![alt[^b]](x.png).\n\n[^a]: A.\n[^b]: B.")
    #expect(html.contains("href=\"#fnref-a\"") && html.contains("href=\"#fnref-a-2\""))
    #expect(!html.contains("href=\"#fnref-b\""))
  }

  @Test("Deeply nested prose is rendered whole.", .timeLimit(.minutes(5)))
  func nesting() {
    let depth = 100
    let inline = (0..<depth).reduce(Inline.text("end")) { inner, _ in .emphasis([.text("a"), inner]) }
    let block = (0..<depth).reduce(Block.paragraph([inline])) { inner, _ in
      .quote([.paragraph([.text("b")]), inner])
    }
    let document = Document(
      source: SourceFile(path: "n.md", text: ""), frontMatter: FrontMatter(), blocks: [block], footnotes: [])
    let outcome = NotebookOutcome(
      title: nil, subtitle: nil, cells: [], inlineValues: [:], notices: [],
      provenance: PageFixture.provenance())
    let html = Prose.article(of: Page.render(document: document, outcome: outcome))
    #expect(html.components(separatedBy: "</blockquote>").count == depth + 1)
    #expect(html.components(separatedBy: "</em>").count == depth + 1)
  }

  @Test("An alert is a note with a title in the language of the page.")
  func alerts() {
    let html = Prose.html("> [!WARNING]\n> Hot.\n")
    #expect(
      html.contains(
        "<div class=\"alert alert-warning\" role=\"note\">\n<p class=\"alert-title\">Warning</p>\n<p>Hot.</p>"
      ))
  }

  @Test("A note that folds has a title to open it, with values, headings and footnotes like other text.")
  func folds() {
    let html = Prose.html("> [!TIP]- A *b*[^1]\n> c\n>\n> ## D\n\n> [!WARNING]+\n> e\n\n[^1]: f")
    #expect(
      html.contains(
        "<details class=\"alert alert-tip\">\n<summary class=\"alert-title\">A <em>b</em><sup class=\"footnote-ref\">"
      ))
    #expect(html.contains("</summary>\n<p>c</p>\n<h2 id=\"d\">"))
    #expect(
      html.contains(
        "<details class=\"alert alert-warning\" open>\n<summary class=\"alert-title\">Warning</summary>\n<p>e</p>\n</details>"
      ))
    #expect(html.contains("class=\"footnote-backref\"") && MarkupScan(html).faults == [])
  }

  /// The labels of the footnotes that have a place in the margin.
  private func sidenotes(_ markdown: String) -> [String] {
    Prose.html(markdown).matches(of: /<li id="fn-(\w+)" class="beside"/).map { String($0.output.1) }
  }

  @Test(
    "A short footnote stands in the margin beside its place, below the one before; the text is there once.")
  func sidenotes() {
    let html = Prose.html(
      "One[^a] and two[^b], one[^a].\n\nThree.\n\nFour.\n\nFive.\n\n[^a]: The *first*.\n[^b]: The second.")
    #expect(html.contains("id=\"fnref-a\" data-footnote-ref style=\"anchor-name: --ref-1\">1</a>"))
    #expect(html.contains("id=\"fnref-a-2\" data-footnote-ref>1</a>"))
    #expect(
      html.contains("<li id=\"fn-a\" class=\"beside\" style=\"--ref: --ref-1; anchor-name: --note-1\">"))
    #expect(
      html.contains(
        "<li id=\"fn-b\" class=\"beside\" style=\"--ref: --ref-2; --above: --note-1; anchor-name: --note-2\">"
      ))
    #expect(html.ranges(of: "The second.").count == 1)
  }

  @Test("A footnote that is long, has a link or blocks, or has no room before a caption, stays at the end.")
  func footnotesAtTheEnd() {
    let below = "\n\nB.\n\nC.\n\nD.\n\n"
    #expect(sidenotes("A[^a]." + below + "[^a]: A word.") == ["a"])
    #expect(sidenotes("A[^a]." + below + "[^a]: " + String(repeating: "word ", count: 50)) == [])
    #expect(sidenotes("A[^a]." + below + "[^a]: A [word](https://example.org).") == [])
    #expect(sidenotes("A[^a]." + below + "[^a]: A.\n\n    B.") == [])
    #expect(sidenotes("- A[^a]." + below + "[^a]: A word.") == [])
    let picture = "\n\n![a](data:image/png;base64,AA)\n\nB.\n\n"
    let note = "[^a]: " + String(repeating: "word ", count: 20)
    #expect(sidenotes("A[^a]." + below + picture + note) == ["a"])
    #expect(sidenotes("A[^a]." + picture + note) == [])
  }
}
