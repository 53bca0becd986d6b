import NotebookSyntax

/// The view of matrices, aligned lines and cases.
enum MathTable {
  static func markup(_ rows: [[MathNode]], _ kind: MathTableKind) -> Markup {
    // MathML Core has no attribute for the alignment of columns; the style sheet aligns them by class.
    let attributes: [Attribute] =
      switch kind {
      case .matrix: []
      case .aligned: [.class("aligned"), Attribute("displaystyle", "true")]
      case .gathered: [Attribute("displaystyle", "true")]
      case .cases: [.class("cases")]
      }
    var markup = Markup.empty
    markup.element("mtable", attributes) { table in
      for row in rows {
        table.append(
          .element("mtr") { row.map { cell in Markup.element("mtd") { MathML.row(cell) } } })
      }
    }
    return markup
  }
}
