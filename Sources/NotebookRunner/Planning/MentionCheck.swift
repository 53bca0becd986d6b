import Diagnostics
import NotebookSyntax

/// The kind of number that a cell's caption has.
package enum CaptionKind: Sendable {
  case figure, table
  /// The cell produces neither, so its caption has no number.
  case neither
}

/// Checks that each reference in prose refers to a figure, table or equation that has a number.
struct MentionCheck {
  private let cells: [String: PlannedCell]
  /// The names of all cells, including those with errors, which have been reported.
  private let names: Set<String>
  private let brokenCells: BrokenCells
  private let equations: Set<String>
  /// The names of the first equations, which help with a reference to none.
  private let firstEquations: [String]
  /// The names of the cells that references of each kind may refer to.
  private let numbered: [CellMention.Kind: [String]]

  private static let mostSuggestions = 100

  init(_ document: Document, cells: [PlannedCell], brokenCells: BrokenCells) {
    let byName = Dictionary(cells.compactMap { cell in cell.name.map { ($0, cell) } }) { first, _ in first }
    self.cells = byName
    numbered = Dictionary(
      uniqueKeysWithValues: [CellMention.Kind.figure, .table].map { kind in
        (kind, byName.filter { $0.value.hasNumber(kind) }.keys.sorted())
      })
    names = Set(document.cells.compactMap { $0.name?.value })
    self.brokenCells = brokenCells
    equations = Set(document.equations.map(\.name))
    firstEquations = document.equations.prefix(Self.mostSuggestions).map(\.name)
  }

  func diagnostics(of mentions: [CellMention]) -> [Diagnostic] {
    mentions.compactMap { mention in
      problem(of: mention).map { problem in
        let place = cells[mention.cell]?.cell.name?.range
        let notes = place.map { [Diagnostic.Note("\"\(mention.name)\" is here", at: $0)] } ?? []
        return Diagnostic(problem, at: mention.range, notes: notes)
      }
    }
  }

  private func problem(of mention: CellMention) -> MentionProblem? {
    if mention.kind == .equation {
      return equations.contains(mention.name) ? nil : .noSuchEquation(mention, known: firstEquations)
    }
    guard let cell = cells[mention.cell], mention.part != nil || !mention.name.contains("-") else {
      let known = numbered[mention.kind] ?? []
      if names.contains(mention.cell) || brokenCells.mayInclude(mention.cell, known: known) { return nil }
      return .noSuchCell(mention, known: known)
    }
    switch (cell.directive.captionKind, mention.kind) {
    case (.neither?, _): return .neverNumbered(mention.name, directive: cell.cell.directive.value)
    case (.table?, .figure), (.figure?, .table): return .wrongKind(mention)
    case (.figure?, _), (.table?, _), (nil, _): break
    }
    if cell.caption == nil { return .noCaption(mention.cell) }
    if !cell.isComputed { return .notShown(mention.cell, option: "eval") }
    if !cell.output { return .notShown(mention.cell, option: "output") }
    guard let part = mention.part, let count = cell.parts else { return nil }
    // Cells of more parts than there are letters are not counted.
    let letters = "abcdefghijklmnopqrstuvwxyz".prefix(count < 2 ? 0 : count)
    return letters.contains(part)
      ? nil
      : .noSuchPart(
        part, of: mention.cell, whole: "@\(mention.kind.rawValue)-\(mention.cell)",
        letters: letters.map(String.init))
  }
}

extension PlannedCell {
  fileprivate func hasNumber(_ kind: CellMention.Kind) -> Bool {
    guard caption != nil, output, isComputed else { return false }
    switch directive.captionKind {
    case .figure?: return kind == .figure
    case .table?: return kind == .table
    case .neither?: return false
    case nil: return true
    }
  }
}

/// A problem with a reference to a figure, a table or an equation.
package enum MentionProblem: Problem {
  case noSuchCell(CellMention, known: [String])
  case noSuchEquation(CellMention, known: [String])
  case wrongKind(CellMention)
  case noCaption(String)
  case notShown(String, option: String)
  case neverNumbered(String, directive: String)
  case noSuchPart(String, of: String, whole: String, letters: [String])

  package var record: ProblemRecord {
    switch self {
    case .noSuchCell(let mention, let known):
      ProblemRecord(
        of: Self.cellExists,
        "no cell that could be referred to is named \"\(mention.name)\""
          + didYouMean(mention.name, known, prefix: mention.kind.mark),
        help: (known.isEmpty
          ? "give a cell a name and a caption"
          : "there are \(listed(known.map { mention.kind.mark + $0 }))")
          + "; a backslash before the @ makes it ordinary text",
        correction: Self.correction(of: mention, among: known),
        cause: CellNames.cause(ofMissing: mention.name))
    case .noSuchEquation(let mention, let known):
      ProblemRecord(
        of: Self.equationExists,
        "no equation is named \"\(mention.name)\""
          + didYouMean(mention.name, known, prefix: mention.kind.mark),
        help: (known.isEmpty
          ? "give a formula a name, as in $$…$$ {#eq-\(mention.name)}"
          : "there are \(listed(known.map { mention.kind.mark + $0 }))")
          + "; a backslash before the @ makes it ordinary text",
        correction: Self.correction(of: mention, among: known), cause: "equation \(mention.name)")
    case .wrongKind(let mention):
      ProblemRecord(
        of: Self.kindAgrees,
        "\"\(mention.name)\" yields a \(mention.kind == .figure ? "table" : "figure"), and "
          + "@\(mention.kind.rawValue)- refers to a \(mention.kind == .figure ? "figure" : "table")",
        help: "write @\(Self.otherKind(mention).rawValue)-\(mention.name)",
        correction: .replace(mention.written, with: "@\(Self.otherKind(mention).rawValue)-\(mention.name)"))
    case .noCaption(let name):
      ProblemRecord(
        "TB-P-143", "\"\(name)\" must have a caption to be referred to, since numbers belong to captions",
        help: "add a line such as `caption: The ladder`", cause: "number of \(name)",
        rule: "What is referred to has a caption",
        reason: "The number is in front of the caption, so readers who follow the link find it.",
        wrong: .text("See @fig-curves.\n") + .cell("{plot} curves", "fits: fast"),
        right: .text("See @fig-curves.\n") + .cell("{plot} curves", "fits: fast\ncaption: Curves"))
    case .notShown(let name, let option):
      ProblemRecord(
        "TB-P-144", "\"\(name)\" has no number, since its `\(option)` is false",
        help: "remove `\(option): false`", cause: "number of \(name)",
        rule: "What is referred to is on the page",
        reason: "`output: false` and `eval: false` keep it off the page.",
        wrong: .text("See @fig-curves.\n")
          + .cell("{plot} curves", "fits: fast\ncaption: Curves\noutput: false"),
        right: .text("See @fig-curves.\n") + .cell("{plot} curves", "fits: fast\ncaption: Curves"))
    case .neverNumbered(let name, let directive):
      ProblemRecord(
        "TB-P-145",
        "\"\(name)\" is \(article(directive)) \(directive) cell, which yields neither a figure nor a table",
        help: "name a cell that does, such as a plot or compare cell", cause: "number of \(name)",
        rule: "What is referred to is a figure or a table", reason: "Claims and models have no number.",
        wrong: .text("See @fig-sure.\n") + .cell("{expect} sure", "- fast.epochs == 3"),
        right: .text("See @fig-curves.\n") + .cell("{plot} curves", "fits: fast\ncaption: Curves"))
    case .noSuchPart(let part, let cell, let whole, let letters):
      ProblemRecord(
        "TB-P-186",
        letters.isEmpty
          ? "\"\(cell)\" is a single figure or table, without letters"
          : "\"\(cell)\" has the parts \(listed(letters)), and none \"\(part)\"",
        help: "write \(whole) for the whole",
        rule: "A letter is that of a part",
        reason: "A cell that yields several figures or tables has a letter for each, in their order.",
        wrong: .text("See @fig-curves-b.\n")
          + .cell("{plot} curves", "fits: fast\nmetrics: loss\ncaption: Loss"),
        right: .text("See @fig-curves-b.\n")
          + .cell("{plot} curves", "fits: fast\nmetrics: [loss, accuracy]\ncaption: Both"))
    }
  }

  private static func correction(of mention: CellMention, among known: [String]) -> Correction? {
    closestName(to: mention.name, among: known).flatMap {
      isMisspelling(mention.name, of: $0) ? .replace(mention.written, with: mention.kind.mark + $0) : nil
    }
  }

  private static func otherKind(_ mention: CellMention) -> CellMention.Kind {
    mention.kind == .figure ? .table : .figure
  }

  private func article(_ word: String) -> String { "aeiou".contains(word.prefix(1)) ? "an" : "a" }

  package static let references = [
    cellExists, equationExists, kindAgrees, reference(of: noCaption), reference(of: notShown),
    reference(of: neverNumbered), reference(of: noSuchPart),
  ]

  private static let cellExists = ProblemReference(
    "TB-P-141", "A reference leads to a cell", "Otherwise only readers would find a link that leads nowhere.",
    wrong: .text("See @fig-curve.\n") + .cell("{plot} curves", "fits: fast\ncaption: Curves"),
    right: .text("See @fig-curves.\n") + .cell("{plot} curves", "fits: fast\ncaption: Curves"))

  private static let equationExists = ProblemReference(
    "TB-P-149", "A reference leads to an equation", "A label after a formula gives it a number and a name.",
    wrong: .text("By @eq-loss.\n\n$$L = 0$$"), right: .text("By @eq-loss.\n\n$$L = 0$$ {#eq-loss}"))

  private static let kindAgrees = ProblemReference(
    "TB-P-142", "A reference says fig for figures and tbl for tables",
    "The link's text is \"Figure 1\" or \"Table 1\", and figures and tables are numbered separately.",
    wrong: .text("See @tbl-curves.\n") + .cell("{plot} curves", "fits: fast\ncaption: Curves"),
    right: .text("See @fig-curves.\n") + .cell("{plot} curves", "fits: fast\ncaption: Curves"))
}
