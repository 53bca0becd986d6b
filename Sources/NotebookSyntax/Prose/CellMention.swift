import Diagnostics

/// A reference in prose to the numbered figure or table of a cell: `@fig-ladder`, `@tbl-runs`.
package struct CellMention: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    case figure = "fig"
    case table = "tbl"
  }

  package let kind: Kind
  /// The name of the cell, as written.
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

  package var written: String { "@\(kind.rawValue)-\(name)" }
}
