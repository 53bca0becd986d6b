import NotebookResults
import NotebookSyntax

/// What stands around the text: the head, the title block, notices, contents, provenance.
struct PageFrame {
  /// Ids that no heading may take.
  static let ids: Set<String> = ["text", "top", "tunebook-provenance"]

  let document: Document
  let outcome: NotebookOutcome
  let wording: any Wording
  let cells: NumberedCells
  let headings: Headings
  let navigation: PageNavigation
  let showsProvenance: Bool

  private var frontMatter: FrontMatter { document.frontMatter }

  /// The title as windows and search results show it.
  private var title: String {
    outcome.title ?? headings.list.first?.title ?? outcome.provenance.notebook
  }

  /// - Parameter ownTitle: the first heading of a notebook whose front matter gives no title.
  func file(ownTitle: Markup, text: Markup) -> String {
    let contents =
      frontMatter.showsContents
      ? ContentsView(headings: headings.list, skipsFirst: ownTitle != .empty, wording: wording) : nil
    let links = NavigationView(navigation: navigation, wording: wording)
    return Markup.file(
      .element(
        "html", Attribute("lang", wording.languageTag), Attribute("data-theme", frontMatter.theme.rawValue)
      ) {
        "\n"
        PageHead(
          title: title, frontMatter: frontMatter, wording: wording,
          engineVersion: outcome.provenance.engineVersion
        ).markup
        "\n"
        Markup.element("body", .id("top")) {
          "\n"
          Markup.element("a", .class("skip"), .href(SafeURL(fragment: "text"))) { wording.skipToText }
          "\n"
          Markup.element("div", .class("page")) {
            contents?.sidebar
            Markup.element("main") {
              links.ways
              header(ownTitle)
              notices
              contents?.folded
              "\n"
              Markup.element("article", .id("text")) {
                "\n"
                text
              }
              "\n"
              links.neighbours
              if showsProvenance {
                ProvenanceView(provenance: outcome.provenance, wording: wording).markup
              }
            }
          }
        }
        "\n"
      })
  }

  private func header(_ ownTitle: Markup) -> Markup {
    .element("header", .class("title-block")) {
      if ownTitle == .empty {
        Markup.element("h1") { title }
      } else {
        ownTitle
      }
      if let subtitle = outcome.subtitle { Markup.element("p", .class("subtitle")) { subtitle } }
      if let description = frontMatter.description {
        Markup.element("p", .class("description")) { description }
      }
      if frontMatter.author != nil || frontMatter.date != nil {
        Markup.element("p", .class("byline")) {
          if let author = frontMatter.author { Markup.element("span") { author } }
          if let date = frontMatter.date {
            // A `time` element promises a date that machines read.
            Markup.element(PageHead.isDate(date) ? "time" : "span") { date }
          }
        }
      }
    }
  }

  private var notices: Markup? {
    guard !outcome.notices.isEmpty else { return nil }
    return .element("aside", .class("notices"), Attribute("aria-label", wording.notices)) {
      for notice in outcome.notices {
        PageNoticeView(notice: notice, cell: notice.line.flatMap(cells.cell(inLine:)), wording: wording)
          .markup
      }
    }
  }
}
