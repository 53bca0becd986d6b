import NotebookSyntax

/// The page that leads to those of a folder: a card for each notebook.
package enum IndexPage {
  package static func render(_ cards: [IndexCard], engineVersion: String) -> String {
    let language = language(of: cards)
    let wording = language.wording
    let title = wording.notebooks
    return Markup.file(
      .element("html", Attribute("lang", wording.languageTag), Attribute("data-theme", "auto")) {
        "\n"
        PageHead(
          title: title, frontMatter: FrontMatter(language: language), wording: wording,
          engineVersion: engineVersion, kind: .index
        ).markup
        "\n"
        Markup.element("body") {
          "\n"
          Markup.element("main", .class("page index")) {
            Markup.element("header", .class("title-block")) {
              Markup.element("h1") { title }
            }
            "\n"
            Markup.element("ul", .class("cards"), Attribute("role", "list")) {
              for (index, card) in cards.enumerated() {
                "\n"
                IndexCardView(card: card, number: index + 1, isForeign: card.language != language).markup
              }
            }
          }
        }
        "\n"
      })
  }

  /// What most of the notebooks are written in.
  private static func language(of cards: [IndexCard]) -> FrontMatter.Language {
    func count(_ language: FrontMatter.Language) -> Int { cards.count { $0.language == language } }
    return FrontMatter.Language.allCases.max { count($0) < count($1) } ?? .en
  }
}
