import Diagnostics
import Foundation
import NotebookReport
import NotebookSyntax

/// Checks that links between notebooks, and those to headings, lead somewhere.
struct LinkCheck {
  /// Notebooks that are read already, by their files.
  private let documents: [URL: Document]
  /// The places on the pages of notebooks that links lead to.
  private var anchors: [URL: Result<PageAnchors, UnreadableNotebook>] = [:]

  init(_ notebooks: [LoadedNotebook]) {
    documents = Dictionary(
      notebooks.compactMap { notebook in notebook.document.map { (Self.file(at: notebook.path), $0) } }
    ) { first, _ in first }
  }

  mutating func diagnostics(of notebook: LoadedNotebook) -> [Diagnostic] {
    (notebook.document?.links ?? []).compactMap { link in
      problem(of: link, in: notebook.path).map { Diagnostic($0, at: link.place(in: notebook.source)) }
    }
  }

  private mutating func problem(of link: NotebookLink, in path: String) -> LinkProblem? {
    let target = link.file(from: path)
    if let written = link.path, FileKind(at: target.path) != .file {
      return .noSuchNotebook(link, path: written, known: Self.notebooks(beside: target, as: written))
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
  private static func notebooks(beside file: URL, as path: String) -> [String] {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let names = try? FileManager.default.contentsOfDirectory(atPath: file.deletingLastPathComponent().path)
    return (names ?? []).filter { $0.hasSuffix(".md") }.sorted().map { folder + $0 }
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
