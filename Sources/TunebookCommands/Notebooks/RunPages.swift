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
  /// The name that the notebooks which head the index share, in each language; `nil` if there are none.
  private let indexFamily: URL?

  /// - Parameters:
  ///   - hasIndex: true if the run writes an index.
  ///   - siblings: the other notebooks of the collection, or `nil` if the notebooks are not part of one. The
  ///     pages are then those of a run of the whole folder.
  init(_ notebooks: [LoadedNotebook], hasIndex: Bool, siblings: [SiblingNotebook]? = nil) {
    let own = notebooks.map(Entry.init(notebook:))
    let others = (siblings ?? []).map(Entry.init(sibling:))
    let index = LoadedNotebook.pageName(
      of: URL(fileURLWithPath: "index.md"), notebooks.first?.settings ?? [])
    let family = (own + others).first { $0.page == index }?.family
    func rank(_ entry: Entry) -> (Int, Int, String) {
      (entry.family == family ? 1 : 0, entry.order, entry.name)
    }
    indexFamily = hasIndex || siblings != nil ? family : nil
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
  func headsIndex(_ notebook: LoadedNotebook) -> Bool { hasIndex && isIndex(notebook) }

  /// Returns true for the notebook that heads the index of a collection, of which this run has only a part.
  func lacksCards(_ notebook: LoadedNotebook) -> Bool { !hasIndex && isIndex(notebook) }

  private func isIndex(_ notebook: LoadedNotebook) -> Bool { entry(of: notebook).map(isIndex) ?? false }

  private func isIndex(_ entry: Entry) -> Bool { entry.family == indexFamily }

  private func entry(of notebook: LoadedNotebook) -> Entry? {
    let file = LinkCheck.file(at: notebook.path)
    return entries.first { $0.file == file }
  }

  func navigation(of notebook: LoadedNotebook) -> PageNavigation {
    var navigation = PageNavigation()
    for link in notebook.links {
      guard let path = link.path else { continue }
      let file = link.file(from: notebook.path)
      // Pages of other folders are known only if this run writes them.
      navigation.pages[path] = names[file] ?? (path.contains("/") ? nil : LoadedNotebook.pageName(of: file))
    }
    guard let entry = entry(of: notebook) else { return navigation }
    navigation.translations = translations(of: entry)
    if isIndex(entry) { return navigation }
    let translatedIndex = entries.first { isIndex($0) && $0.language == entry.language }?.page
    if entries.count > 1 { navigation.index = translatedIndex ?? indexPage }
    let readable = entries.filter { $0.language == entry.language && !isIndex($0) }
    if let index = readable.firstIndex(where: { $0.file == entry.file }) {
      navigation.previous = index > 0 ? neighbour(readable[index - 1]) : nil
      navigation.next = index + 1 < readable.count ? neighbour(readable[index + 1]) : nil
    }
    return navigation
  }

  /// Returns the index card of a notebook, or `nil` if the run has no index or the notebook heads it.
  func card(of notebook: LoadedNotebook, _ outcome: NotebookOutcome) -> IndexCard? {
    guard hasIndex, let document = notebook.document, let entry = entry(of: notebook), !isIndex(entry) else {
      return nil
    }
    return IndexCard(
      document: document, outcome: outcome, page: entry.page, translations: translations(of: entry))
  }

  /// Returns the cards of an index, of which each translated notebook has one: that in the language of the index if
  /// there is one, or else that of its original.
  ///
  /// - Parameter language: the language of the notebook that heads the index, or `nil` if none does.
  func cards(_ all: [IndexCard], on language: FrontMatter.Language?) -> [IndexCard] {
    let byPage = Dictionary(entries.map { ($0.page, $0) }) { first, _ in first }
    return all.filter { card in
      guard let entry = byPage[card.page] else { return false }
      let shown =
        entries.first { $0.family == entry.family && $0.language == language } ?? original(of: entry)
      return shown.file == entry.file || shown.language == entry.language
    }
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
