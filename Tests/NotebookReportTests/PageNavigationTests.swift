import NotebookReport
import NotebookSyntax
import Testing

@Suite struct PageNavigationTests {
  @Test("A link to a notebook leads to its page, every other link where it says.")
  func links() {
    var navigation = PageNavigation()
    navigation.pages = ["b.md": "b.rounds=1%2F2.html", "sub/c d.md": "c d.html"]
    let page = PageFixture.page(
      "[1](b.md) [2](b.md#the-end) [3](sub/c%20d.md#データ) [4](e.md) [5](#x) [6](https://a.b/b.md)",
      navigation: navigation)
    for link in [
      "<a href=\"b.rounds=1%252F2.html\">1</a>", "<a href=\"b.rounds=1%252F2.html#the-end\">2</a>",
      "<a href=\"c%20d.html#%E3%83%87%E3%83%BC%E3%82%BF\">3</a>", "<a href=\"e.md\">4</a>",
      "<a href=\"#x\">5</a>", "<a href=\"https://a.b/b.md\">6</a>",
    ] {
      #expect(page.contains(link))
    }
  }

  @Test("The name of a page cannot become a scheme or leave its attribute.")
  func hostileNames() {
    var navigation = PageNavigation()
    navigation.pages = ["b.md": "javascript:\"><b>#?\\.html"]
    #expect(
      PageFixture.page("[1](b.md)", navigation: navigation)
        .contains("<a href=\"javascript%3A%22%3E%3Cb%3E%23%3F%5C.html\">1</a>"))
  }

  @Test("Links may lead to headings, cells and footnotes, also where a result is part of a heading.")
  func anchors() {
    let anchors = PageAnchors(
      PageFixture.document(
        """
        # One & two

        ## One two

        ## From {value}`a.loss` to @fig-b now[^n]

        ```{plot} b
        ```

        ```{plot}
        ```

        [^n]: Note.
        """))
    #expect(anchors.headings == ["one-two", "one-two-2"])
    for id in ["one-two", "one-two-2", "from-05-to-figure-1-now", "cell-b", "cell-2", "text", "top", "fn-n"] {
      #expect(anchors.mayContain(id), "\(id)")
    }
    for id in ["one-two-3", "from-now", "from-05", "cell-1", "cell-3", "One-two", "fn-m", ""] {
      #expect(!anchors.mayContain(id), "\(id)")
    }
  }

  @Test(
    "A page leads to the index, its other languages and its neighbours, and one that stands alone nowhere.")
  func neighbours() {
    var navigation = PageNavigation()
    navigation.translations = [.init(language: .ja, page: "a.ja.html")]
    navigation.index = "index.html"
    navigation.previous = .init(title: "<One>", page: "1 & 2.html")
    let page = PageFixture.page("# A", navigation: navigation)
    for part in [
      "<nav class=\"ways\" aria-label=\"Notebooks and languages\"><a href=\"index.html\">All notebooks</a>",
      "<a href=\"a.ja.html\" hreflang=\"ja\" lang=\"ja\">日本語</a>",
      "<a class=\"previous\" href=\"1%20&amp;%202.html\">",
      "<span class=\"direction\">← Previous</span> <span class=\"neighbour\">&lt;One&gt;</span>",
    ] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(!page.contains("class=\"next\""))
    let alone = PageFixture.page("# A")
    for part in ["<nav", "class=\"previous\""] { #expect(!alone.contains(part)) }
  }
}
