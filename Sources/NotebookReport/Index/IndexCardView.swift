import NotebookResults
import Writing

/// The view of an index card, all of which is a link to the notebook's page.
struct IndexCardView {
  let card: IndexCard
  /// The position of the card on the index, counted from 1.
  let number: Int
  /// A Boolean value that is true if the index is in another language than the notebook.
  let hasOtherLanguage: Bool

  private var wording: any Wording { card.language.wording }

  var markup: Markup {
    .element("li", .class("card"), .when(hasOtherLanguage, Attribute("lang", wording.languageTag))) {
      thumbnail
      Markup.element("div", .class("card-text")) {
        Markup.element("h2") {
          Markup.element("a", .href(SafeURL(page: card.page))) { card.title }
        }
        headline
        if let description = card.description { Markup.element("p", .class("about")) { description } }
        for notice in card.notices { self.notice(notice) }
        if !card.translations.isEmpty {
          Markup.element("div", .class("languages")) {
            TranslationLinks(translations: card.translations).markup
          }
        }
      }
    }
  }

  private var thumbnail: Markup? {
    guard let chart = card.chart else { return nil }
    let names = LineNames(chart, wording: wording)
    let root = ChartRoot(
      id: "thumbnail-\(number)",
      title: names.title,
      description: wording.describe(LineChartReading(chart)))
    return Thumbnail(chart, wording: wording).markup(in: root)
  }

  private var headline: Markup? {
    guard let headline = card.headline else { return nil }
    return .element("p", .class("headline")) {
      Markup.element("b") {
        headline.unit == .fraction
          ? NumberFormat.percent(headline.value, digits: 1) : NumberFormat.magnitude(headline.value)
      }
      " "
      Markup.element("span") { wording.text(headline.label) }
    }
  }

  private func notice(_ notice: Notice) -> Markup {
    .element("div", .class(notice.weight.className)) {
      Markup.element("p") {
        Markup.element("span", .class("sign"), Attribute("aria-hidden", "true")) { notice.weight.sign }
        " "
        wording.markup(notice.words)
      }
    }
  }
}
