import Foundation

/// Where pages go: a folder, made when the first page is written, or standard output.
struct OutputDestination {
  private let path: String

  /// - Parameter path: a folder; `-` is standard output.
  init(_ path: String) throws(CommandProblem) {
    if path.isEmpty { throw .emptyOutputFolder }
    self.path = path
  }

  func file(of page: String) -> OutputFile {
    OutputFile(
      path: path == "-" ? path : URL(fileURLWithPath: path).appendingPathComponent(page).relativePath)
  }

  /// - Throws: why the pages cannot be written there, before anything is computed for them.
  func check(_ pages: [(notebook: String, name: String)]) throws(CommandProblem) {
    for (index, page) in pages.enumerated() {
      for other in pages.prefix(index) {
        if Self.isSame(other.notebook, page.notebook) { throw .givenTwice(page.notebook) }
        if path != "-", other.name == page.name {
          throw .samePage(page.name, one: other.notebook, other: page.notebook)
        }
      }
      if path != "-", page.name.utf8.count > 200 { throw .pageNameTooLong(page.name) }
      try file(of: page.name).check()
    }
    if path == "-", pages.count > 1 { throw .severalPagesOnStandardOutput(pages.count) }
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    func resolved(_ path: String) -> URL { URL(fileURLWithPath: path).resolvingSymlinksInPath() }
    return resolved(one) == resolved(other)
  }
}
