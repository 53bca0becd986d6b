import NotebookSyntax

/// A formula as MathML, which browsers set without a script; as code, where it is outside the subset.
struct FormulaView {
  /// Formulas in a line that are written with more letters may be wider than a narrow page.
  private static let longestUnboxed = 40

  let formula: Formula

  var markup: Markup {
    guard let content = formula.content else { return .element("code") { formula.written } }
    let math = Markup.element(
      "math", .when(formula.isDisplay, Attribute("display", "block")), Attribute("alttext", formula.line)
    ) { MathML.row(content) }
    guard formula.isDisplay || formula.line.count > Self.longestUnboxed else { return math }
    // What is wider than the page scrolls, and what scrolls must be reachable by keyboard.
    return .element(
      "span", .class(formula.isDisplay ? "formula" : "long formula"), Attribute("tabindex", 0)
    ) { math }
  }
}
