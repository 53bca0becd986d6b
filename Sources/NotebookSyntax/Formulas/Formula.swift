import Diagnostics

/// A formula between dollar signs, in the subset of LaTeX that `MathSymbols` and `MathParser` know.
package struct Formula: Sendable {
  /// The text between the dollar signs.
  package let text: String
  /// True if the formula is displayed on lines of its own: `$$…$$`.
  package let isDisplay: Bool
  /// The parsed formula, or `nil` if it is outside the subset and is shown as written.
  package let content: MathNode?
  /// The number of a displayed formula that has a label.
  package internal(set) var equation: Equation?

  package var written: String { isDisplay ? "$$\(text)$$" : "$\(text)$" }

  /// The text between the dollar signs, on one line.
  package var line: String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  package init(text: String, isDisplay: Bool, content: MathNode?) {
    self.text = text
    self.isDisplay = isDisplay
    self.content = content
  }

  /// Returns the formula, and a warning of anything in it that is outside the subset.
  package static func parse(_ text: SourceText, isDisplay: Bool) -> (formula: Formula, problem: Diagnostic?) {
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
