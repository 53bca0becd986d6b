import NotebookSyntax

/// The `head` element: metadata, the content security policy and the styles.
struct PageHead {
  let title: String
  let frontMatter: FrontMatter
  var shorten: (String) -> String = { $0 }
  let wording: any Wording
  let engineVersion: String
  var kind = Kind.notebook
  /// A Boolean value that is true if the page marks bidirectional controls.
  var hasMarks = false

  enum Kind {
    case notebook, index
    /// A notebook that heads an index.
    case front

    var style: StyleSheet {
      switch self {
      case .notebook: .page
      case .index: .index
      case .front: .page + .cards
      }
    }
  }

  /// The content security policy: nothing is fetched or run; styles and pictures are part of the page.
  private static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

  var markup: Markup {
    .element("head") {
      "\n"
      Markup.void("meta", Attribute("charset", "utf-8"))
      "\n"
      Markup.void(
        "meta", Attribute("http-equiv", "Content-Security-Policy"), Attribute("content", Self.policy))
      "\n"
      named("viewport", "width=device-width, initial-scale=1")
      named("color-scheme", colorScheme)
      Markup.element("title") { title }
      "\n"
      Markup.void("link", Attribute("rel", "icon"), .href(.icon))
      "\n"
      if let description = frontMatter.description { named("description", shorten(description)) }
      if let author = frontMatter.author { named("author", shorten(author)) }
      named("generator", "Tunebook \(engineVersion)")
      property("og:type", kind == .notebook ? "article" : "website")
      property("og:title", title)
      if let description = frontMatter.description { property("og:description", shorten(description)) }
      property("og:locale", wording.locale)
      if let date = frontMatter.date, Self.isDate(date) { property("article:published_time", date) }
      Markup.style(kind.style)
      "\n"
      if kind == .notebook {
        Markup.runningTitle(title)
        "\n"
      }
      if hasMarks {
        Markup.style(.marks)
        "\n"
      }
    }
  }

  private var colorScheme: String {
    switch frontMatter.theme {
    case .auto: "light dark"
    case .light: "light"
    case .dark: "dark"
    }
  }

  private func named(_ name: String, _ content: String) -> Markup {
    MarkupBuilder.buildBlock(
      .void("meta", Attribute("name", name), Attribute("content", content)), .text("\n"))
  }

  private func property(_ name: String, _ content: String) -> Markup {
    MarkupBuilder.buildBlock(
      .void("meta", Attribute("property", name), Attribute("content", content)), .text("\n"))
  }

  /// Returns true for a machine-readable date, such as 2026-04-01.
  static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], parts.joined().utf8.allSatisfy({ (48...57).contains($0) }),
      let month = Int(parts[1]), let day = Int(parts[2])
    else { return false }
    return (1...12).contains(month) && (1...31).contains(day)
  }
}
