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
  /// The name as written: that of an equation, or of a cell, which a hyphen and the letter of a part may follow.
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

  /// The name of the cell.
  package var cell: String { String(name.prefix { $0 != "-" }) }

  /// The letter of one of several figures or tables of the cell, as in `@fig-deep-b`; `nil` for the whole.
  package var part: String? {
    let letter = name.dropFirst(cell.count + 1)
    return name.wholeMatch(of: /[a-z0-9_]+-[a-z]{1,2}/) == nil ? nil : String(letter)
  }

  package var written: String { kind.mark + name }
}
