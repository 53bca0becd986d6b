import Diagnostics

/// A formula between dollar signs, in the subset of LaTeX that `MathSymbols` and `MathParser` know.
package struct Formula: Sendable {
  /// What stands between the dollar signs.
  package let text: String
  /// Whether it has lines of its own: `$$…$$`.
  package let isDisplay: Bool
  /// `nil` where it is outside the subset; then it is shown as written.
  package let content: MathNode?

  package var written: String { isDisplay ? "$$\(text)$$" : "$\(text)$" }

  /// What stands between the dollar signs, on one line.
  package var line: String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  package init(text: String, isDisplay: Bool, content: MathNode?) {
    self.text = text
    self.isDisplay = isDisplay
    self.content = content
  }

  /// The formula, and a warning of what in it is outside the subset.
  static func parse(_ text: SourceText, isDisplay: Bool) -> (formula: Formula, problem: Diagnostic?) {
    do {
      let content = try MathParser.parse(text.text)
      return (Formula(text: text.text, isDisplay: isDisplay, content: content), nil)
    } catch {
      return (
        Formula(text: text.text, isDisplay: isDisplay, content: nil),
        Diagnostic(error.problem, at: text.range(of: error.range), severity: .warning)
      )
    }
  }
}
