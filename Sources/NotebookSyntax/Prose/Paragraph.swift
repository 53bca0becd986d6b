import Diagnostics

/// A paragraph of prose, a heading or a row of a table, with its place.
package struct Paragraph: Sendable {
  /// The range of its lines.
  package let range: SourceRange
  /// The typed text: values and formulas are omitted, and code is replaced by a gap or by the name of the
  /// result that it refers to.
  package let text: String
  /// The code in the paragraph.
  package let codes: [String]
  /// The inline values in the paragraph.
  package let values: [InlineValue]
  /// The cell directly above it.
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
