import Diagnostics

/// A reference in prose to the numbered figure or table of a cell, or to an equation: `@fig-ladder`, `@tbl-runs`,
/// `@eq-loss`.
package struct CellMention: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case figure = "fig"
    case table = "tbl"
    case equation = "eq"

    package var mark: String { "@\(rawValue)-" }
  }

  package let kind: Kind
  /// The name of the cell or the equation, as written.
  package let name: String
  package let nameRange: SourceRange
  /// The whole reference, including its at sign; no two mentions of a notebook share a range.
  package let range: SourceRange

  package init(kind: Kind, name: String, nameRange: SourceRange, range: SourceRange) {
    self.kind = kind
    self.name = name
    self.nameRange = nameRange
    self.range = range
  }

  package var written: String { kind.mark + name }
}
