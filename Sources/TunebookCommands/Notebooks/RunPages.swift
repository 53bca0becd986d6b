import Foundation
import NotebookReport
import NotebookResults
import NotebookRunner
import NotebookSyntax

/// The pages of a run and the links between them.
///
/// All of it is known before the run, so that no page depends on the results of another.
struct RunPages {
  private struct Entry {
    let file: URL
    let page: String
    let language: FrontMatter.Language
    let title: String
    let order: Int
    let name: String

    init(notebook: LoadedNotebook) {
      file = LinkCheck.file(at: notebook.path)
      page = notebook.pageName
      language = notebook.document?.frontMatter.language ?? .en
      title = notebook.title
      order = notebook.document?.frontMatter.order ?? .max
      name = URL(fileURLWithPath: notebook.path).lastPathComponent
    }

    init(sibling: SiblingNotebook) {
      file = LinkCheck.file(at: sibling.path)
      page = LoadedNotebook.pageName(of: URL(fileURLWithPath: sibling.path))
      language = sibling.language
      title = sibling.title
      order = sibling.order ?? .max
      name = URL(fileURLWithPath: sibling.path).lastPathComponent
    }

    /// The path without the language, which the translations of a notebook share.
    var family: URL {
      let stem = file.deletingPathExtension()
      return FrontMatter.Language(rawValue: stem.pathExtension) == nil ? stem : stem.deletingPathExtension()
    }
  }

  /// The page of an index with default parameters.
  static let indexName = "index.html"

  private let entries: [Entry]
  private let names: [URL: String]
  /// The pages of the collection that this run does not write.
  let pagesOfSiblings: [String]
  /// A Boolean value that is true if the run has several notebooks.
  let areSeveral: Bool
  /// The index page, if there is one.
  let indexPage: String?
  /// A Boolean value that is true if the index is generated, because no notebook heads it.
  let writesIndex: Bool
  private let hasIndex: Bool

  /// - Parameters:
  ///   - hasIndex: true if the run writes an index.
  ///   - siblings: the other notebooks of the collection, or `nil` if the notebooks are not part of one. The
  ///     pages are then those of a run of the whole folder.
  init(_ notebooks: [LoadedNotebook], hasIndex: Bool, siblings: [SiblingNotebook]? = nil) {
    let own = notebooks.map(Entry.init(notebook:))
    let others = (siblings ?? []).map(Entry.init(sibling:))
    let index = LoadedNotebook.pageName(
      of: URL(fileURLWithPath: "index.md"), notebooks.first?.settings ?? [])
    func rank(_ entry: Entry) -> (Int, Int, String) { (entry.page == index ? 1 : 0, entry.order, entry.name) }
    entries = siblings == nil && !hasIndex ? own : (own + others).sorted { rank($0) < rank($1) }
    self.hasIndex = hasIndex
    areSeveral = own.count > 1
    names = Dictionary(entries.map { ($0.file, $0.page) }) { first, _ in first }
    indexPage = hasIndex || siblings != nil ? index : nil
    writesIndex = hasIndex && !names.values.contains(index)
    let written = Set(own.map(\.page))
    pagesOfSiblings = siblings == nil ? [] : Set(others.map(\.page) + [index]).subtracting(written).sorted()
  }

  /// The order in which the notebooks run, as indices of the given ones: that of the index, whose own comes last.
  func order(of notebooks: [LoadedNotebook]) -> [Int] {
    let places = Dictionary(entries.enumerated().map { ($1.file, $0) }) { first, _ in first }
    let order = notebooks.map { places[LinkCheck.file(at: $0.path)] ?? .max }
    return notebooks.indices.sorted { (order[$0], $0) < (order[$1], $1) }
  }

  /// Returns true for the notebook whose page has the cards of the others below its text.
  func headsIndex(_ notebook: LoadedNotebook) -> Bool { hasIndex && notebook.pageName == indexPage }

  /// Returns true for the notebook that heads the index of a collection, of which this run has only a part.
  func lacksCards(_ notebook: LoadedNotebook) -> Bool { !hasIndex && notebook.pageName == indexPage }

  func navigation(of notebook: LoadedNotebook) -> PageNavigation {
    var navigation = PageNavigation()
    for link in notebook.links {
      guard let path = link.path else { continue }
      let file = link.file(from: notebook.path)
      // Pages of other folders are known only if this run writes them.
      navigation.pages[path] = names[file] ?? (path.contains("/") ? nil : LoadedNotebook.pageName(of: file))
    }
    let file = LinkCheck.file(at: notebook.path)
    guard let entry = entries.first(where: { $0.file == file }) else { return navigation }
    if entries.count > 1, entry.page != indexPage { navigation.index = indexPage }
    navigation.translations = translations(of: entry)
    if entry.page == indexPage { return navigation }
    let readable = entries.filter { $0.language == entry.language && $0.page != indexPage }
    if let index = readable.firstIndex(where: { $0.file == file }) {
      navigation.previous = index > 0 ? neighbour(readable[index - 1]) : nil
      navigation.next = index + 1 < readable.count ? neighbour(readable[index + 1]) : nil
    }
    return navigation
  }

  /// Returns the index card of a notebook, or `nil` if the card of a translation links to it.
  func card(of notebook: LoadedNotebook, _ outcome: NotebookOutcome) -> IndexCard? {
    let file = LinkCheck.file(at: notebook.path)
    guard hasIndex, !headsIndex(notebook), let document = notebook.document,
      let entry = entries.first(where: { $0.file == file }),
      original(of: entry).file == file || original(of: entry).language == entry.language
    else { return nil }
    return IndexCard(
      document: document, outcome: outcome, page: entry.page, translations: translations(of: entry))
  }

  /// Returns the translation whose file name has no language, or else the first one.
  private func original(of entry: Entry) -> Entry {
    let family = entries.filter { $0.family == entry.family }
    return family.first { $0.file.deletingPathExtension() == $0.family } ?? family.first ?? entry
  }

  private func translations(of entry: Entry) -> [PageNavigation.Translation] {
    FrontMatter.Language.allCases.filter { $0 != entry.language }.compactMap { language in
      entries.first { $0.language == language && $0.family == entry.family }
        .map { PageNavigation.Translation(language: language, page: $0.page) }
    }
  }

  private func neighbour(_ entry: Entry) -> PageNavigation.Neighbour {
    PageNavigation.Neighbour(title: entry.title, page: entry.page)
  }
}

extension LoadedNotebook {
  /// The title on other pages, with dots in place of results.
  fileprivate var title: String {
    if let title = plan?.title {
      return title.parts.map { part in
        if case .text(let text) = part { text } else { PageTitle.placeholder }
      }.joined()
    }
    return document.flatMap(PageTitle.firstHeading) ?? URL(fileURLWithPath: path).lastPathComponent
  }
}
