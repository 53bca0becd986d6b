/// The table of contents, beside the text on wide pages and folded above it on narrow ones.
struct ContentsView {
  private let entries: [Headings.Heading]
  private let topLevel: Int
  private let wording: any Wording

  /// - Parameter skipsFirst: true if the first heading is the page's title.
  init?(headings: [Headings.Heading], skipsFirst: Bool, wording: any Wording) {
    let headings = headings.dropFirst(skipsFirst ? 1 : 0)
    guard let topLevel = headings.map(\.level).min() else { return nil }
    entries = headings.filter { $0.level <= topLevel + 1 }
    guard entries.count > 2 else { return nil }
    self.topLevel = topLevel
    self.wording = wording
  }

  var sidebar: Markup {
    .element("nav", .class("contents beside"), Attribute("aria-label", wording.contents)) {
      Markup.element("p", .class("contents-title")) { wording.contents }
      list
    }
  }

  var folded: Markup {
    .element("nav", .class("contents folded"), Attribute("aria-label", wording.contents)) {
      Markup.element("details") {
        Markup.element("summary") { wording.contents }
        list
      }
    }
  }

  private var list: Markup {
    .element("ol", Attribute("role", "list")) {
      for entry in entries {
        Markup.element("li", .class(entry.level == topLevel ? "upper" : "lower")) {
          Markup.element("a", .href(SafeURL(fragment: entry.id))) { entry.title }
        }
        "\n"
      }
    }
  }
}
