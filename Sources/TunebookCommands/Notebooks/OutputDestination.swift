import Diagnostics
import Files
import Foundation

/// The destination of pages: a folder, created for the first page; a file; or standard output.
struct OutputDestination {
  private enum Place {
    case folder(String)
    case file(String)
    case standardOutput
  }

  private let place: Place
  private let overwrites: Bool

  /// The extensions of common kinds of files that are not pages.
  private static let otherEndings: Set = [
    "htm", "xhtml", "pdf", "md", "json", "txt", "ipynb", "docx", "tex", "png", "svg",
  ]

  /// - Parameters:
  ///   - path: a folder, a file whose name ends in .html, or `-` for standard output.
  ///   - overwrites: true if files that Tunebook did not write may be replaced.
  init(_ path: String, overwrites: Bool) throws(CommandProblem) {
    if path.isEmpty { throw .emptyOutput }
    let ending = URL(fileURLWithPath: path).pathExtension.lowercased()
    if Self.otherEndings.contains(ending), !path.hasSuffix("/"), FileKind(at: path) != .folder {
      throw .outputIsNoPage(path, ending: ending)
    }
    let isFile = path.lowercased().hasSuffix(".html") && FileKind(at: path) != .folder
    self.overwrites = overwrites
    place = path == "-" ? .standardOutput : isFile ? .file(path) : .folder(path)
  }

  var isFolder: Bool { if case .folder = place { true } else { false } }

  func file(of page: String) -> OutputFile {
    let path =
      switch place {
      case .folder(let path): URL(fileURLWithPath: path).appendingPathComponent(page).relativePath
      case .file(let path): path
      case .standardOutput: "-"
      }
    return OutputFile(path: path, .page, overwrites: overwrites)
  }

  /// Checks that the pages can be written, before anything is computed for them.
  func check(_ pages: [(notebook: String, name: String)]) throws(CommandProblem) {
    for (index, page) in pages.enumerated() {
      for other in pages.prefix(index) {
        if Self.isSame(other.notebook, page.notebook) { throw .givenTwice(page.notebook) }
        if isFolder, other.name == page.name {
          throw .samePage(page.name, one: other.notebook, other: page.notebook)
        }
      }
      if isFolder, page.name.utf8.count > 200 { throw .pageNameTooLong(page.name) }
      try file(of: page.name).check()
    }
    guard pages.count > 1 else { return }
    switch place {
    case .folder: break
    case .file(let path): throw .severalPages(pages.count, on: path)
    case .standardOutput: throw .severalPages(pages.count, on: "standard output")
    }
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    func resolved(_ path: String) -> URL { URL(fileURLWithPath: path).resolvingSymlinksInPath() }
    return resolved(one) == resolved(other)
  }
}
