import Diagnostics
import Files
import Foundation
import NotebookReport
import NotebookSyntax

/// A check that links to notebooks and to headings have a target.
struct LinkCheck {
  /// The maximum number of broken links in a notebook for which a target is suggested.
  private static let mostGuesses = 100

  /// The notebooks that have been read, by their files.
  private let documents: [URL: Document]
  /// The ids on the pages that links lead to, by notebook.
  private var anchors: [URL: Result<PageAnchors, UnreadableNotebook>] = [:]
  /// The paths of notebooks in the folders of broken links.
  private var neighbours: [String: [String]] = [:]

  private let reach: (_ notebook: String) -> Reach

  /// - Parameter reach: returns the files that the notebook at a path may read.
  init(_ notebooks: [LoadedNotebook], reach: @escaping (_ notebook: String) -> Reach) {
    self.reach = reach
    documents = Dictionary(
      notebooks.compactMap { notebook in notebook.document.map { (Self.file(at: notebook.path), $0) } }
    ) { first, _ in first }
  }

  mutating func diagnostics(of notebook: LoadedNotebook) -> [Diagnostic] {
    let links = notebook.links
    if links.isEmpty { return [] }
    var places = LinkPlaces(notebook.source)
    var guesses = 0
    let reach = reach(notebook.path)
    return links.compactMap { link in
      guard var problem = problem(of: link, in: notebook.path, reach) else { return nil }
      guesses += 1
      if guesses > Self.mostGuesses { problem = problem.withoutGuess }
      return Diagnostic(problem, at: places.place(of: link))
    }
  }

  private mutating func problem(
    of link: NotebookLink, in path: String, _ reach: Reach
  ) -> LinkProblem? {
    let target = link.file(from: path)
    if let written = link.path, documents[target] == nil {
      // Files out of reach are not looked for.
      guard (try? reach.url(written)) != nil else { return nil }
      switch FileKind(at: target.path) {
      case .file: break
      case .none:
        let known = notebooks(beside: target, as: written).filter { $0 != written }
        return .noSuchNotebook(link, path: written, known: known)
      case .folder, .other: return .unreadable(path: written, reason: "it is not a regular file")
      }
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

  /// Returns the paths of the notebooks in a file's folder, as a link would spell them.
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
  /// Returns the file that the link refers to from the notebook at a path.
  func file(from notebook: String) -> URL {
    guard let path else { return LinkCheck.file(at: notebook) }
    return URL(fileURLWithPath: notebook).deletingLastPathComponent().appendingPathComponent(path)
      .standardizedFileURL.resolvingSymlinksInPath()
  }
}
