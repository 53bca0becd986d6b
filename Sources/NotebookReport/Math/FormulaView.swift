import NotebookSyntax

/// The view of a formula: MathML, or its source as code if it is outside the supported subset.
struct FormulaView {
  /// The length of source beyond which an inline formula may be wider than a narrow page.
  private static let longestUnboxed = 40

  let formula: Formula

  var markup: Markup {
    guard let equation = formula.equation else { return unnumbered }
    return .element("span", .class("equation"), .id(equation.id)) {
      unnumbered
      Markup.element("span", .class("equation-number")) { "(\(equation.number))" }
    }
  }

  private var unnumbered: Markup {
    guard let content = formula.content else { return .element("code") { formula.written } }
    let columns = formula.isDisplay ? content.columns : [content]
    if columns.count > 1 {
      return .element(
        "span", .class("formula columns"), Attribute("tabindex", 0), Attribute("role", "math"),
        Attribute("aria-label", formula.line)
      ) {
        for column in columns { Markup.element("math", Attribute("display", "block")) { MathML.row(column) } }
      }
    }
    let math = Markup.element(
      "math", .when(formula.isDisplay, Attribute("display", "block")), Attribute("alttext", formula.line)
    ) { MathML.row(content) }
    guard formula.isDisplay || formula.line.count > Self.longestUnboxed else { return math }
    // A box that scrolls must be reachable by keyboard.
    return .element(
      "span", .class(formula.isDisplay ? "formula" : "long formula"), Attribute("tabindex", 0)
    ) { math }
  }
}

extension MathNode {
  /// The parts between wide spaces (`\qquad`), which stand below one another on a narrow page.
  fileprivate var columns: [MathNode] {
    guard case .row(let nodes) = self else { return [self] }
    return nodes.split(separator: .space("2em")).map { .row(Array($0)) }
  }
}
