import Diagnostics

/// A paragraph of prose, a heading or a row of a table, and its place.
package struct Paragraph: Sendable {
  /// Its lines.
  package let range: SourceRange
  /// What was typed in it: values and formulas are left out, and code stands as a gap, or as the name of the result
  /// that it leads to.
  package let text: String
  /// What stands in it as code.
  package let codes: [String]
  /// The values that stand in it.
  package let values: [InlineValue]
  /// The cell right above it.
  package let cellAbove: SourceRange?
}

extension Paragraph {
  init(_ inlines: [Inline], at range: SourceRange, below cell: SourceRange?) {
    self.init(
      range: range, text: inlines.map(\.typed).joined(), codes: inlines.flatMap(\.codes),
      values: inlines.flatMap(\.values), cellAbove: cell)
  }
}

extension Inline {
  fileprivate var typed: String {
    switch self {
    case .text(let text): return text
    case .code(let code):
      return code.wholeMatch(of: /[a-z]\w*\.(?:\w+\.)*([a-z]\w*)/).map { " \($0.output.1) " } ?? " "
    default: break
    }
    return children.isEmpty ? " " : children.map(\.typed).joined()
  }

  private var children: [Inline] {
    switch self {
    case .emphasis(let inlines), .strong(let inlines), .strikethrough(let inlines), .link(_, _, let inlines):
      inlines
    default: []
    }
  }

  fileprivate var codes: [String] {
    if case .code(let code) = self { [code] } else { children.flatMap(\.codes) }
  }

  fileprivate var values: [InlineValue] {
    if case .value(let value) = self { [value] } else { children.flatMap(\.values) }
  }
}
