import NotebookSyntax

/// The cards of an index, as many as fit.
struct IndexCards {
  /// The list of cards; `nil` if there are none.
  let markup: Markup?
  /// The number of cards that did not fit.
  let missing: Int
  /// The ids of their thumbnails, which headings cannot use.
  let ids: Set<String>

  /// - Parameters:
  ///   - language: the language of the page.
  ///   - room: the bytes that the cards may take.
  init(_ cards: [IndexCard], on language: FrontMatter.Language, room: Int) {
    var room = room
    var shown: [Markup] = []
    for (index, card) in cards.enumerated() {
      let view = IndexCardView(card: card, number: index + 1, hasOtherLanguage: card.language != language)
      guard let markup = Markup.bounded(to: room, { view.markup }) else { break }
      room -= markup.byteCount + 1
      shown.append(markup)
    }
    missing = cards.count - shown.count
    ids = Set(shown.indices.flatMap { ["thumbnail-\($0 + 1)-title", "thumbnail-\($0 + 1)-desc"] })
    guard !cards.isEmpty else {
      markup = nil
      return
    }
    markup = .element("ul", .class("cards"), Attribute("role", "list")) {
      for card in shown {
        "\n"
        card
      }
    }
  }
}
