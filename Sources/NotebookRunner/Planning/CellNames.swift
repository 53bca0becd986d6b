import Diagnostics
import NotebookSyntax

/// The rules for the names of cells.
enum CellNames {
  /// Names that mean something else in expressions.
  static let reserved = [NotebookParameters.root, "and", "or", "not", "within"]

  /// The cause that all problems with an unknown cell share.
  static func cause(ofMissing name: String) -> String { "cell \(name)" }

  static func isUsable(_ name: String) -> Bool { Notation.isName(name) && !reserved.contains(name) }
}

/// The cells that could not be read, or whose names were refused, which has been reported.
struct BrokenCells: Sendable {
  private let unread: [LostCell]
  /// The directives of the cells whose names were refused.
  private let nameless: Set<String>

  /// Creates the broken cells of a notebook that has none.
  init() { (unread, nameless) = ([], []) }

  init(_ document: Document) {
    unread = document.lostCells + ForgottenBraces.all(in: document).map { LostCell(info: $0.info) }
    var taken: Set<String> = []
    nameless = Set(
      document.cells.filter { cell in
        cell.name.map { !CellNames.isUsable($0.value) || !taken.insert($0.value).inserted } ?? false
      }.map(\.directive.value))
  }

  /// Returns true if a name may be meant for a broken cell, rather than be a misspelling of a known name.
  ///
  /// - Parameters:
  ///   - directives: the directives that the cell may have; any, if there are none.
  ///   - known: the names of the cells that could be meant.
  func mayInclude(_ name: String, of directives: [String] = [], known: [String]) -> Bool {
    let isUnread = unread.contains { cell in
      cell.name == name
        && (directives.isEmpty || cell.directive.map { directives.contains($0) } ?? true)
    }
    if isUnread { return true }
    if directives.isEmpty ? nameless.isEmpty : nameless.isDisjoint(with: directives) { return false }
    return closestName(to: name, among: known).map { !isMisspelling(name, of: $0) } ?? true
  }

  /// Returns true if a cell of a directive could not be read, with a name or without.
  func mayInclude(aCellOf directive: String) -> Bool {
    unread.contains { $0.directive == directive || $0.directive == nil }
  }
}
