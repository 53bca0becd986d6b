import NotebookReport
import NotebookResults
import NotebookSyntax
import Testing

@Suite struct PictureViewTests {
  private static let leaf = Picture(format: .webp, width: 40, height: 30, bytes: [1, 2, 3])

  private static func page(_ text: String, byteLimit: Int = RenderedPage.byteLimit, leaf: Picture = leaf)
    -> RenderedPage
  {
    let outcome = NotebookOutcome(
      title: "T", subtitle: nil, cells: [], inlineValues: [:], notices: [], pictures: ["leaf.webp": leaf],
      provenance: PageFixture.provenance())
    return Page.rendered(document: PageFixture.document(text), outcome: outcome, byteLimit: byteLimit)
  }

  private static let attributes = "src=\"data:image/webp;base64,AQID\" alt=\"A *leaf*\""

  @Test("A picture in a paragraph of its own is a figure with a caption, which is read aloud once.")
  func figure() {
    let html = Self.page("![A \\*leaf\\*](leaf.webp)").html
    #expect(
      html.contains(
        "<figure class=\"picture\"><img \(Self.attributes) width=\"40\" height=\"30\" />"
          + "<figcaption aria-hidden=\"true\">A *leaf*</figcaption></figure>"))
    let titled = Self.page("![A \\*leaf\\*](leaf.webp \"Its <title>.\")").html
    #expect(titled.contains("height=\"30\" /><figcaption>Its &lt;title&gt;.</figcaption>"))
    #expect(MarkupScan(titled).faults == [])
  }

  @Test("A picture in a sentence stays there, and has its title and its size.")
  func inline() {
    let html = Self.page("See ![A \\*leaf\\*](leaf.webp \"t\").").html
    #expect(html.contains("<p>See <img \(Self.attributes) title=\"t\" width=\"40\" height=\"30\" />.</p>"))
  }

  @Test("Pictures have room beside a short text, and a page that they would make too large leaves them out.")
  func room() {
    let large = Picture(format: .png, width: 1, height: 1, bytes: Array(repeating: 7, count: 60_000))
    let text = "One.\n\n![a](leaf.webp)\n\nTwo."
    let whole = Self.page(text, byteLimit: 300_000, leaf: large)
    #expect(whole.omissions.isEmpty && whole.html.contains("data:image/png;base64,BwcH"))
    let cut = Self.page(text, byteLimit: 120_000, leaf: large)
    #expect(cut.omissions == [.text] && !cut.html.contains("data:image/png"))
    #expect(cut.html.contains("<p>Two.</p>") && cut.html.utf8.count <= 120_000)
  }
}
