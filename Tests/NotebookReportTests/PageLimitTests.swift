import Diagnostics
import NotebookReport
import NotebookResults
import Testing

@Suite struct PageLimitTests {
  private static let limit = 200_000

  private func table(rows: Int) -> Output {
    .table(
      Table(
        columns: [.init(.verbatim("n"), .number), .init(.verbatim("text"), .text)],
        rows: (0..<rows).map { [.integer($0), .words(.verbatim("<\"row\">"))] }))
  }

  /// A page of cells with tables of so many rows, between paragraphs.
  private func page(
    rows: [Int], before: String = "", paragraph: String = "A sentence.", notices: [Notice] = [],
    source: String = "", limit: Int = limit
  ) -> RenderedPage {
    let cells = rows.indices.map { "\(paragraph)\n\n```{show} cell_\($0)\ndata: d\n```\n\n" }
    let document = PageFixture.document(before + cells.joined())
    let outcomes = rows.enumerated().map { index, rows in
      PageFixture.cell("show", name: "cell_\(index)", line: index, outputs: [table(rows: rows)], echo: true)
    }
    let outcome = NotebookOutcome(
      title: "Title", subtitle: nil, cells: outcomes, inlineValues: [:], notices: notices,
      provenance: PageFixture.provenance(parameters: [.init(name: "p", value: source)]))
    return Page.rendered(document: document, outcome: outcome, byteLimit: limit)
  }

  private func check(_ page: RenderedPage, limit: Int = limit) {
    #expect(page.html.utf8.count <= limit)
    #expect(MarkupScan(page.html).faults == [])
    #expect(page.html.hasPrefix("<!DOCTYPE html>\n<html") && page.html.hasSuffix("</html>\n"))
  }

  @Test("A page that fits is whole, whatever its limit.")
  func whole() {
    let page = page(rows: [10, 10])
    #expect(page.omissions == [])
    #expect(page.html == self.page(rows: [10, 10], limit: 20_000_000).html)
  }

  @Test(
    "Results without room are replaced by notices that name their cells, and smaller ones below still stand.")
  func cells() {
    let rendered = page(rows: [300, 30_000, 300, 3000, 20])
    check(rendered)
    #expect(rendered.omissions == [.cell("cell_1"), .cell("cell_3")])
    let notice = "The page would be longer than 200 kB, so the result of <code>cell_1</code> is left out."
    #expect(rendered.html.contains(notice))
    #expect(rendered.html.components(separatedBy: "```{show} cell_").count == 6)
    let japanese = page(rows: [30_000], before: "---\nlang: ja\n---\n\n")
    check(japanese)
    #expect(japanese.html.contains("ページが200 kBを超えるため、<code>cell_0</code>の結果は省略されました。"))
  }

  @Test("A page of very many cells ends with a notice.")
  func manyCells() {
    let rendered = page(rows: Array(repeating: 3, count: 800))
    check(rendered)
    #expect(rendered.omissions.contains(.rest))
    #expect(rendered.html.contains("so everything from here on is left out."))
  }

  @Test("Prose without room is replaced by a notice.", arguments: [1, 40])
  func prose(count: Int) {
    let long = String(repeating: "\"quoted\" ", count: 60_000 / count)
    let rendered = page(rows: Array(repeating: 3, count: count), paragraph: long)
    check(rendered)
    #expect(rendered.omissions.contains(.text) || rendered.omissions.contains(.rest))
    #expect(rendered.html.contains("cell_0"))
  }

  @Test("Contents, notices, provenance, titles and footnotes without room are left out too.")
  func frame() {
    let headings = (0..<5000).map { "## Heading \($0)\n\n" }.joined()
    let notices = Array(repeating: Notice(.warning, .verbatim("Mind <this>.")), count: 5000)
    let source = String(repeating: "<source> ", count: 20_000)
    let rendered = page(rows: [1], before: headings, notices: notices, source: source)
    check(rendered)
    #expect(rendered.omissions.contains(.contents) && rendered.omissions.contains(.notices))
    #expect(rendered.omissions.contains(.provenance))
    let long = String(repeating: "\u{202E}\"", count: 40_000)
    check(
      page(
        rows: [1], before: "---\ntitle: t\nauthor: '\(long)'\ndescription: '\(long)'\n---\n\n# \(long)\n\n"))
    check(page(rows: [1], before: "a[^b]\n\n[^b]: \(long)\n\n"))
  }

  @Test("An index says how many notebooks it has no room for.")
  func index() {
    let document = PageFixture.document("---\ndescription: Something <to> \"read\".\n---\n# A title\n")
    let outcome = NotebookOutcome(
      title: "Title", subtitle: nil, cells: [], inlineValues: [:], notices: [],
      provenance: PageFixture.provenance())
    let card = IndexCard(document: document, outcome: outcome, page: "a.html", translations: [])
    let cards = Array(repeating: card, count: 2000)
    let rendered = IndexPage.rendered(cards, engineVersion: "1", byteLimit: Self.limit)
    check(rendered)
    guard case .notebooks(let count)? = rendered.omissions.first else {
      Issue.record("nothing was left out")
      return
    }
    #expect(rendered.html.contains("so \(count) more notebooks are left out."))
    #expect(IndexPage.rendered(cards, engineVersion: "1").omissions == [])
  }
}
