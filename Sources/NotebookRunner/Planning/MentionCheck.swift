import Diagnostics
import NotebookSyntax

/// What the caption of a cell numbers.
package enum CaptionKind: Sendable {
  case figure, table
  /// The cell yields neither, so that its caption has no number.
  case neither
}

/// Checks that each reference in prose leads to a figure or table that has a number.
struct MentionCheck {
  private let cells: [String: PlannedCell]
  /// All names that cells have, of wrong ones too, whose mistakes have been reported.
  private let names: Set<String>
  private let lostNames: LostNames
  /// The names of the cells that references of each kind may lead to.
  private let numbered: [CellMention.Kind: [String]]

  init(_ document: Document, cells: [PlannedCell], lostNames: LostNames) {
    let byName = Dictionary(cells.compactMap { cell in cell.name.map { ($0, cell) } }) { first, _ in first }
    self.cells = byName
    numbered = Dictionary(
      uniqueKeysWithValues: [CellMention.Kind.figure, .table].map { kind in
        (kind, byName.filter { $0.value.hasNumber(kind) }.keys.sorted())
      })
    names = Set(document.cells.compactMap { $0.name?.value })
    self.lostNames = lostNames
  }

  func diagnostics(of mentions: [CellMention]) -> [Diagnostic] {
    mentions.compactMap { mention in
      problem(of: mention).map { problem in
        let place = cells[mention.name]?.cell.name?.range
        let notes = place.map { [Diagnostic.Note("\"\(mention.name)\" is here", at: $0)] } ?? []
        return Diagnostic(problem, at: mention.range, notes: notes)
      }
    }
  }

  private func problem(of mention: CellMention) -> MentionProblem? {
    guard let cell = cells[mention.name] else {
      if names.contains(mention.name) || lostNames.mayInclude(mention.name) { return nil }
      return .noSuchCell(mention, known: numbered[mention.kind] ?? [])
    }
    switch (cell.directive.captionKind, mention.kind) {
    case (.neither?, _): return .neverNumbered(mention.name, directive: cell.cell.directive.value)
    case (.table?, .figure), (.figure?, .table): return .wrongKind(mention)
    case (.figure?, _), (.table?, _), (nil, _): break
    }
    if cell.caption == nil { return .noCaption(mention.name) }
    if !cell.evaluates { return .notShown(mention.name, option: "eval") }
    return cell.output ? nil : .notShown(mention.name, option: "output")
  }
}

extension PlannedCell {
  fileprivate func hasNumber(_ kind: CellMention.Kind) -> Bool {
    guard caption != nil, output, evaluates else { return false }
    switch directive.captionKind {
    case .figure?: return kind == .figure
    case .table?: return kind == .table
    case .neither?: return false
    case nil: return true
    }
  }
}

/// What can be wrong with a reference to a figure or table.
package enum MentionProblem: Problem {
  case noSuchCell(CellMention, known: [String])
  case wrongKind(CellMention)
  case noCaption(String)
  case notShown(String, option: String)
  case neverNumbered(String, directive: String)

  package var code: String {
    switch self {
    case .noSuchCell: "TB-P-141"
    case .wrongKind: "TB-P-142"
    case .noCaption: "TB-P-143"
    case .notShown: "TB-P-144"
    case .neverNumbered: "TB-P-145"
    }
  }

  package var message: String {
    switch self {
    case .noSuchCell(let mention, let known):
      "no cell that could be referred to is named \"\(mention.name)\""
        + didYouMean(mention.name, known, prefix: "@\(mention.kind.rawValue)-")
    case .wrongKind(let mention):
      "\"\(mention.name)\" yields a \(mention.kind == .figure ? "table" : "figure"), "
        + "and @\(mention.kind.rawValue)- refers to a \(mention.kind == .figure ? "figure" : "table")"
    case .noCaption(let name):
      "\"\(name)\" must have a caption to be referred to, since captions bear the numbers"
    case .notShown(let name, let option): "\"\(name)\" has no number, for its `\(option)` is false"
    case .neverNumbered(let name, let directive):
      "\"\(name)\" is \(article(directive)) \(directive) cell, which yields neither a figure nor a table"
    }
  }

  package var help: String? {
    switch self {
    case .noSuchCell(let mention, let known):
      (known.isEmpty
        ? "give a cell a name and a caption"
        : "there are \(listed(known.map { "@\(mention.kind.rawValue)-\($0)" }))")
        + "; a backslash before the @ makes it ordinary text"
    case .wrongKind(let mention):
      "write @\(Self.otherKind(mention).rawValue)-\(mention.name)"
    case .noCaption: "add a line such as `caption: The ladder`"
    case .notShown(_, let option): "remove `\(option): false`"
    case .neverNumbered: "name a cell that does, such as a plot or a compare cell"
    }
  }

  package var correction: Correction? {
    switch self {
    case .noSuchCell(let mention, let known):
      closestName(to: mention.name, among: known).flatMap {
        isMisspelling(mention.name, of: $0)
          ? .replace(mention.written, with: "@\(mention.kind.rawValue)-\($0)") : nil
      }
    case .wrongKind(let mention):
      .replace(mention.written, with: "@\(Self.otherKind(mention).rawValue)-\(mention.name)")
    case .noCaption, .notShown, .neverNumbered: nil
    }
  }

  package var cause: String? {
    switch self {
    case .noSuchCell(let mention, _): CellNames.cause(ofMissing: mention.name)
    case .noCaption(let name), .notShown(let name, _), .neverNumbered(let name, _): "number of \(name)"
    case .wrongKind: nil
    }
  }

  private static func otherKind(_ mention: CellMention) -> CellMention.Kind {
    mention.kind == .figure ? .table : .figure
  }

  private func article(_ word: String) -> String { "aeiou".contains(word.prefix(1)) ? "an" : "a" }
}
