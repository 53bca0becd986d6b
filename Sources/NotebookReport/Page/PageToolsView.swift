import NotebookSyntax

/// The line below the title: who wrote the page and when, how long it takes to read, its source as a file, and what a
/// reader can change, which works by style sheet alone and lasts until the page is loaded again.
struct PageToolsView {
  let document: Document
  let wording: any Wording
  /// The name of the notebook's file, or `nil` if it is not to be had from the page.
  let fileName: String?
  /// A Boolean value that is true for a page that is there to be read, and not to lead to others.
  let isForReading: Bool
  let shorten: (String) -> String

  private var frontMatter: FrontMatter { document.frontMatter }

  var markup: Markup {
    .element("div", .class("page-tools")) {
      if let author = frontMatter.author { Markup.element("span") { shorten(author) } }
      if let date = frontMatter.date {
        // A `time` element needs a machine-readable date.
        Markup.element(PageHead.isDate(date) ? "time" : "span") { shorten(date) }
      }
      if isForReading, let readingTime {
        Markup.element("span") { wording.readingTime(minutes: readingTime) }
      }
      if let fileName { download(fileName) }
      if !document.cells.isEmpty {
        Markup.element("label") {
          Markup.void(
            "input", Attribute("type", "checkbox"), .id(Self.showsSources),
            .when(!frontMatter.foldsCode, .flag("checked")))
          " "
          wording.showAllSources
        }
      }
      themes
    }
  }

  /// The ids of the inputs, which the style sheet asks for.
  static let showsSources = "show-sources"
  static func id(_ theme: FrontMatter.Theme) -> String { "theme-\(theme.rawValue)" }

  static let ids = [showsSources] + FrontMatter.Theme.allCases.map(id)

  /// The minutes that the prose takes, rounded up.
  private var readingTime: Int? {
    let words = document.words
    let count = words.reduce(0) {
      $0 + (wording.writesWithoutSpaces ? $1.count : $1.split(whereSeparator: \.isWhitespace).count)
    }
    return count == 0 ? nil : (count + wording.readingSpeed - 1) / wording.readingSpeed
  }

  private func download(_ fileName: String) -> Markup {
    .element(
      "a", Attribute("download", fileName), .href(SafeURL(notebook: document.source.text))
    ) { wording.download }
  }

  private var themes: Markup {
    .element("fieldset") {
      Markup.element("legend") { wording.colours }
      for theme in FrontMatter.Theme.allCases {
        Markup.element("label") {
          Markup.void(
            "input", Attribute("type", "radio"), Attribute("name", "theme"), .id(Self.id(theme)),
            .when(theme == frontMatter.theme, .flag("checked")))
          " "
          wording.theme(theme)
        }
      }
    }
  }
}
