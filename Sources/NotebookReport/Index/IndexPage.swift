import NotebookSyntax

/// The index of a folder without a notebook that heads it: a card for each notebook.
package enum IndexPage {
  /// Renders an index within a size limit; a notice gives the number of notebooks that did not fit.
  package static func rendered(
    _ cards: [IndexCard], engineVersion: String, byteLimit: Int = RenderedPage.byteLimit
  ) -> RenderedPage {
    let language = language(of: cards)
    let wording = language.wording
    let shell = file(nil, nil, wording, language, engineVersion)
    let list = IndexCards(
      cards, on: language, room: byteLimit - shell.utf8.count - 2 * ProseWriter.roomForNotice)
    if list.missing == 0 {
      return RenderedPage(html: file(list.markup, nil, wording, language, engineVersion), omissions: [])
    }
    let omission = RenderedPage.Omission.notebooks(list.missing)
    let notice = OmissionView(omission: omission, byteLimit: byteLimit, wording: wording).markup
    return RenderedPage(
      html: file(list.markup, notice, wording, language, engineVersion), omissions: [omission])
  }

  /// Renders the HTML of the index.
  package static func render(_ cards: [IndexCard], engineVersion: String) -> String {
    rendered(cards, engineVersion: engineVersion).html
  }

  private static func file(
    _ cards: Markup?, _ notice: Markup?, _ wording: any Wording, _ language: FrontMatter.Language,
    _ engineVersion: String
  ) -> String {
    let title = wording.notebooks
    return Markup.file(
      .element("html", Attribute("lang", wording.languageTag), Attribute("data-theme", "auto")) {
        "\n"
        PageHead(
          title: title, frontMatter: FrontMatter(language: language), wording: wording,
          engineVersion: engineVersion, kind: .index, hasMarks: cards?.hasMarks ?? false
        ).markup
        "\n"
        Markup.element("body") {
          "\n"
          Markup.element("main", .class("page index")) {
            Markup.element("header", .class("title-block")) {
              Markup.element("h1") { title }
            }
            "\n"
            cards
            notice
          }
        }
        "\n"
      })
  }

  /// Returns the language of most notebooks.
  private static func language(of cards: [IndexCard]) -> FrontMatter.Language {
    func count(_ language: FrontMatter.Language) -> Int { cards.count { $0.language == language } }
    return FrontMatter.Language.allCases.max { count($0) < count($1) } ?? .en
  }
}
