import NotebookSyntax

/// What a cell may be called.
enum CellNames {
  /// Names that mean something else in expressions.
  static let reserved = [NotebookParameters.root, "and", "or", "not", "within"]

  /// What is at the bottom of all problems with a cell that there is none of.
  static func cause(ofMissing name: String) -> String { "cell \(name)" }

  static func isUsable(_ name: String) -> Bool { Notation.isName(name) && !reserved.contains(name) }
}

/// The names of cells that could not be made out, or that were refused: that has been reported, and whatever else
/// uses them is not to blame.
struct LostNames: Sendable {
  private let lost: [LostCell]
  /// The directives of the cells that have no name they could be known by.
  private let nameless: Set<String>

  init(_ document: Document) {
    lost = document.lostCells + ForgottenBraces.all(in: document).map { LostCell(info: $0.info) }
    var taken: Set<String> = []
    nameless = Set(
      document.cells.filter { cell in
        cell.name.map { !CellNames.isUsable($0.value) || !taken.insert($0.value).inserted } ?? false
      }.map(\.directive.value))
  }

  /// Whether a name may be meant for a lost cell of one of the directives, or of any where there are none.
  func mayInclude(_ name: String, of directives: [String] = []) -> Bool {
    if directives.isEmpty ? !nameless.isEmpty : !nameless.isDisjoint(with: directives) { return true }
    return lost.contains { cell in
      cell.name == name
        && (directives.isEmpty || cell.directive.map { directives.contains($0) } ?? true)
    }
  }

  /// Whether a cell of a directive was lost, named or not.
  func mayInclude(aCellOf directive: String) -> Bool {
    lost.contains { $0.directive == directive || $0.directive == nil }
  }
}
