/// The links from a page to others: the index and translations above the title, neighbours below the text.
struct NavigationView {
  let navigation: PageNavigation
  let wording: any Wording

  var ways: Markup? {
    guard navigation.index != nil || !navigation.translations.isEmpty else { return nil }
    return .element("nav", .class("ways"), Attribute("aria-label", wording.waysFromPage)) {
      if let index = navigation.index {
        Markup.element("a", .href(SafeURL(page: index))) { wording.allNotebooks }
      }
      if !navigation.translations.isEmpty {
        Markup.element("div", .class("languages")) {
          TranslationLinks(translations: navigation.translations).markup
        }
      }
    }
  }

  var neighbours: Markup? {
    guard navigation.previous != nil || navigation.next != nil else { return nil }
    return .element("nav", .class("neighbours"), Attribute("aria-label", wording.otherNotebooks)) {
      if let previous = navigation.previous { link(to: previous, "previous", "← \(wording.previous)") }
      if let next = navigation.next { link(to: next, "next", "\(wording.next) →") }
    }
  }

  private func link(to neighbour: PageNavigation.Neighbour, _ name: StaticString, _ direction: String)
    -> Markup
  {
    .element("a", .class(name), .href(SafeURL(page: neighbour.page))) {
      Markup.element("span", .class("direction")) { direction }
      " "
      Markup.element("span", .class("neighbour")) { neighbour.title }
    }
  }
}

/// The links to translations, each with the name that its language has for itself.
struct TranslationLinks {
  let translations: [PageNavigation.Translation]

  var markup: Markup {
    .element("ul", Attribute("role", "list")) {
      for translation in translations {
        let wording = translation.language.wording
        Markup.element("li") {
          Markup.element(
            "a", .href(SafeURL(page: translation.page)), Attribute("hreflang", wording.languageTag),
            Attribute("lang", wording.languageTag)
          ) { wording.languageName }
        }
      }
    }
  }
}
