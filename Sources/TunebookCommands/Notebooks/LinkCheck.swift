import Diagnostics
import Foundation
import NotebookReport
import NotebookSyntax

/// Checks that links between notebooks, and those to headings, lead somewhere.
struct LinkCheck {
  /// The number of links of one notebook for which it is looked into what they were meant to be.
  private static let mostGuesses = 100

  /// Notebooks that are read already, by their files.
  private let documents: [URL: Document]
  /// The places on the pages of notebooks that links lead to.
  private var anchors: [URL: Result<PageAnchors, UnreadableNotebook>] = [:]
  /// The paths of the notebooks in folders where links led to none.
  private var neighbours: [String: [String]] = [:]

  init(_ notebooks: [LoadedNotebook]) {
    documents = Dictionary(
      notebooks.compactMap { notebook in notebook.document.map { (Self.file(at: notebook.path), $0) } }
    ) { first, _ in first }
  }

  mutating func diagnostics(of notebook: LoadedNotebook) -> [Diagnostic] {
    guard let links = notebook.document?.links, !links.isEmpty else { return [] }
    var places = LinkPlaces(notebook.source)
    var guesses = 0
    return links.compactMap { link in
      guard var problem = problem(of: link, in: notebook.path) else { return nil }
      guesses += 1
      if guesses > Self.mostGuesses { problem = problem.withoutGuess }
      return Diagnostic(problem, at: places.place(of: link))
    }
  }

  private mutating func problem(of link: NotebookLink, in path: String) -> LinkProblem? {
    let target = link.file(from: path)
    if let written = link.path, FileKind(at: target.path) != .file {
      return .noSuchNotebook(link, path: written, known: notebooks(beside: target, as: written))
    }
    switch anchors(of: target) {
    case .failure(let error):
      return .unreadable(path: link.path ?? path, reason: error.diagnostic.message)
    case .success(let anchors):
      guard let fragment = link.fragment, !anchors.mayContain(fragment) else { return nil }
      return .noSuchPlace(link, fragment: fragment, known: anchors.headings)
    }
  }

  private mutating func anchors(of file: URL) -> Result<PageAnchors, UnreadableNotebook> {
    if let known = anchors[file] { return known }
    let found: Result<PageAnchors, UnreadableNotebook>
    do throws(UnreadableNotebook) {
      found = .success(PageAnchors(try document(in: file)))
    } catch {
      found = .failure(error)
    }
    anchors[file] = found
    return found
  }

  private func document(in file: URL) throws(UnreadableNotebook) -> Document {
    if let known = documents[file] { return known }
    return NotebookParser.parse(try NotebookFile.read(path: file.path)).document
  }

  static func file(at path: String) -> URL { URL(fileURLWithPath: path).resolvingSymlinksInPath() }

  /// The paths, as a link would write them, of the notebooks in a file's folder.
  private mutating func notebooks(beside file: URL, as path: String) -> [String] {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let place = file.deletingLastPathComponent().path
    if neighbours[place] == nil {
      let names = try? FileManager.default.contentsOfDirectory(atPath: place)
      neighbours[place] = (names ?? []).filter { $0.hasSuffix(".md") }.sorted()
    }
    return (neighbours[place] ?? []).map { folder + $0 }
  }
}

extension NotebookLink {
  /// The file it leads to from the notebook at a path.
  func file(from notebook: String) -> URL {
    guard let path else { return LinkCheck.file(at: notebook) }
    return URL(fileURLWithPath: notebook).deletingLastPathComponent().appendingPathComponent(path)
      .standardizedFileURL.resolvingSymlinksInPath()
  }
}
