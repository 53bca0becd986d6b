import Diagnostics
import Options

/// The information about a notebook before its first line.
package struct FrontMatter: Sendable {
  /// The language of the page and of the labels that the report adds.
  package enum Language: String, Sendable, CaseIterable { case en, ja }
  package enum Theme: String, Sendable, CaseIterable { case auto, light, dark }

  /// The title. It may contain inline values and `${…}`, as may the subtitle.
  package let title: SourceText?
  package let subtitle: SourceText?
  package let author: String?
  package let date: String?
  package let description: String?
  package let language: Language
  /// The key of every random stream in the notebook.
  package let seed: Int
  package let parameterDeclarations: [ParameterDeclaration]
  /// True if these are all the parameters; otherwise, the reason why others are unreadable has been reported.
  package let areParametersKnown: Bool
  package let showsContents: Bool
  package let theme: Theme
  /// The place among the notebooks of the folder; those without one come last.
  package let order: Int?
  /// True if the sources of cells are folded until the reader opens them.
  package let foldsCode: Bool

  package init(
    title: SourceText? = nil, subtitle: SourceText? = nil, author: String? = nil, date: String? = nil,
    description: String? = nil, language: Language = .en, seed: Int = 0,
    parameterDeclarations: [ParameterDeclaration] = [],
    areParametersKnown: Bool = true, showsContents: Bool = true, theme: Theme = .auto,
    order: Int? = nil, foldsCode: Bool = true
  ) {
    self.title = title
    self.subtitle = subtitle
    self.author = author
    self.date = date
    self.description = description
    self.language = language
    self.seed = seed
    self.parameterDeclarations = parameterDeclarations
    self.areParametersKnown = areParametersKnown
    self.showsContents = showsContents
    self.theme = theme
    self.order = order
    self.foldsCode = foldsCode
  }

  package init(_ options: inout OptionReader) {
    title = options.readIfPresent(
      "title", .sourceText, affects: .presentation,
      help: "The page's title; it may have inline values and `${…}`.")
    subtitle = options.readIfPresent(
      "subtitle", .sourceText, affects: .presentation, help: "A line below the title.")
    author = options.readIfPresent("author", .text, affects: .presentation, help: "Who wrote the notebook.")
    date = options.readIfPresent(
      "date", .text, affects: .presentation, help: "Its date, as the page is to show it.")
    description = options.readIfPresent(
      "description", .text, affects: .presentation,
      help: "A sentence or two below the title, in lists of pages and in searches.")
    language = options.read(
      "lang", .choice(of: Language.self), default: "en", affects: .presentation,
      help: "The language of the page and of the report's own labels.")
    seed = options.read("seed", .integer(.atLeast(0)), default: 0, help: "The seed of everything random.")
    parameterDeclarations = options.read(
      "params", .parameterDeclarations, default: OptionValue(.mapping([])),
      help: "Names with defaults, which cells read as `${name}` and `-P name=value` overrides.")
    showsContents = options.read(
      "toc", .flag, default: true, affects: .presentation, help: "Whether the page has a table of contents.")
    theme = options.read(
      "theme", .choice(of: Theme.self), default: "auto", affects: .presentation,
      help: "The page's colours; `auto` follows the reader's system.")
    order = options.readIfPresent(
      "order", .integer(.atLeast(0)), affects: .presentation,
      help: "The notebook's place in the index of its folder; notebooks without one come last, by name.")
    foldsCode = options.read(
      "code_fold", .flag, default: true, affects: .presentation,
      help: "Whether the sources of cells are folded until the reader opens them.")
    let refused = parameterDeclarations.map(\.parameter).filter { !Notation.isName($0.name) }
    areParametersKnown = refused.isEmpty && !options.isUnread("params") && !options.hasUnknownNames
    for parameter in refused {
      options.report(FrontMatterProblem.invalidParameterName(parameter.name), at: parameter.nameRange)
    }
  }

  /// The parameters with their defaults.
  package var parameters: [Parameter] { parameterDeclarations.map(\.parameter) }

  /// The entries for the front matter's keys in the reference.
  package static var declarations: [OptionDeclaration] {
    OptionReader.describe(subject) { _ = FrontMatter(&$0) }
  }

  static let subject = "the front matter"
}
