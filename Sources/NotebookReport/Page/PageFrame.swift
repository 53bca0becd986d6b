import NotebookResults
import NotebookSyntax

/// The parts of a page around its text: head, title block, notices, contents and provenance.
struct PageFrame {
  /// The ids that headings cannot use.
  static let ids = Set(["text", "top", "tunebook-provenance"] + PageToolsView.ids)

  private let outcome: NotebookOutcome
  private let frontMatter: FrontMatter
  private let wording: any Wording
  private let cells: NumberedCells
  private let byteLimit: Int
  /// The first heading of a notebook whose front matter has no title.
  private let ownTitle: Markup
  /// The plain title, for windows and search results.
  private let title: String
  private let links: NavigationView
  private var sidebar: Markup?
  private var folded: Markup?
  private var notices: Markup?
  private var provenance: Markup?
  private var cards: Markup?
  private var tools = Markup.empty
  /// The parts that did not fit.
  private(set) var omissions: [RenderedPage.Omission] = []

  init(
    document: Document, outcome: NotebookOutcome, wording: any Wording, cells: NumberedCells,
    headings: Headings, navigation: PageNavigation, cards: IndexCards, showsProvenance: Bool, byteLimit: Int,
    ownTitle: Markup
  ) {
    self.outcome = outcome
    frontMatter = document.frontMatter
    self.wording = wording
    self.cells = cells
    self.byteLimit = byteLimit
    self.ownTitle = ownTitle
    links = NavigationView(navigation: navigation, wording: wording)
    title = outcome.title ?? headings.list.first?.title ?? outcome.provenance.notebook
    if let list = cards.markup {
      self.cards = list
      if cards.missing > 0 { self.cards = MarkupBuilder.buildBlock(list, leftOut(.notebooks(cards.missing))) }
    } else if frontMatter.showsContents,
      let contents = ContentsView(headings: headings.list, skipsFirst: ownTitle != .empty, wording: wording)
    {
      sidebar = Markup.bounded(to: byteLimit / 16) { contents.sidebar }
      folded = Markup.bounded(to: byteLimit / 16) { contents.folded }
      if sidebar == nil || folded == nil { (sidebar, folded) = (nil, leftOut(.contents)) }
    }
    notices = noticesInRoom(byteLimit / 8)
    tools = pageTools(
      document,
      hasSource: showsProvenance && self.cards == nil && document.source.text.utf8.count <= byteLimit / 8)
    if showsProvenance, self.cards == nil {
      let view = ProvenanceView(provenance: outcome.provenance, wording: wording)
      provenance = Markup.bounded(to: byteLimit / 4) { view.markup } ?? leftOut(.provenance)
    }
  }

  private mutating func leftOut(_ omission: RenderedPage.Omission) -> Markup {
    omissions.append(omission)
    return OmissionView(omission: omission, byteLimit: byteLimit, wording: wording).markup
  }

  /// The number of bytes without the text.
  var byteCount: Int { file(text: .empty).utf8.count }

  func file(text: Markup) -> String {
    let body = body(text)
    return Markup.file(
      .element(
        "html", Attribute("lang", wording.languageTag), Attribute("data-theme", frontMatter.theme.rawValue)
      ) {
        "\n"
        PageHead(
          title: shortened(title), frontMatter: frontMatter, shorten: shortened, wording: wording,
          engineVersion: outcome.provenance.engineVersion, kind: cards == nil ? .notebook : .front,
          hasMarks: body.hasMarks
        ).markup
        "\n"
        body
        "\n"
      })
  }

  private func body(_ text: Markup) -> Markup {
    .element("body", .id("top")) {
      "\n"
      Markup.element("a", .class("skip"), .href(SafeURL(fragment: "text"))) { wording.skipToText }
      "\n"
      Markup.element("div", .class(cards == nil ? "page" : "page index")) {
        sidebar
        Markup.element("main") {
          links.ways
          header
          notices
          folded
          "\n"
          Markup.element("article", .id("text")) {
            "\n"
            text
          }
          "\n"
          cards
          links.neighbours
          provenance
        }
      }
    }
  }

  /// Returns a text that appears several times, such as the title, shortened if it is very long.
  private func shortened(_ text: String) -> String {
    let limit = max(500, byteLimit / 1000)
    return text.utf8.count <= limit ? text : String(decoding: text.utf8.prefix(limit), as: UTF8.self) + "…"
  }

  private var header: Markup {
    .element("header", .class("title-block")) {
      if ownTitle == .empty {
        Markup.element("h1") { shortened(title) }
      } else {
        ownTitle
      }
      if let subtitle = outcome.subtitle { Markup.element("p", .class("subtitle")) { shortened(subtitle) } }
      if let description = frontMatter.description {
        Markup.element("p", .class("description")) { shortened(description) }
      }
      tools
    }
  }

  private func pageTools(_ document: Document, hasSource: Bool) -> Markup {
    PageToolsView(
      document: document, wording: wording, fileName: hasSource ? outcome.provenance.notebook : nil,
      isForReading: cards == nil, shorten: shortened
    ).markup
  }

  private mutating func noticesInRoom(_ room: Int) -> Markup? {
    guard !outcome.notices.isEmpty else { return nil }
    var (room, shown) = (room, [Markup]())
    for notice in outcome.notices {
      let view = PageNoticeView(
        notice: notice, cell: notice.line.flatMap(cells.cell(inLine:)), wording: wording)
      guard let markup = Markup.bounded(to: room, { view.markup }) else {
        shown.append(leftOut(.notices))
        break
      }
      room -= markup.byteCount
      shown.append(markup)
    }
    return .element("aside", .class("notices"), Attribute("aria-label", wording.notices)) { shown }
  }
}
