import NotebookSyntax

/// Markdown tables.
extension ProseWriter {
  mutating func write(_ table: Block.Table) {
    wrap("div", [.class("scroll"), Attribute("tabindex", 0)]) { writer in
      writer.wrap("table") { writer in
        writer.markup.append("\n")
        writer.wrap("thead") { writer in
          writer.markup.append("\n")
          writer.row(table.header, table.alignments, isHeader: true)
        }
        guard !table.rows.isEmpty else { return }
        writer.wrap("tbody") { writer in
          writer.markup.append("\n")
          for row in table.rows { writer.row(row, table.alignments, isHeader: false) }
        }
      }
    }
  }

  mutating func row(_ cells: [[Inline]], _ alignments: [Block.Table.Alignment], isHeader: Bool) {
    wrap("tr") { writer in
      writer.markup.append("\n")
      for (index, cell) in cells.enumerated() {
        // An empty header cell is an ordinary cell.
        let tag: StaticString = isHeader && !cell.isEmpty ? "th" : "td"
        let alignment = alignments.indices.contains(index) ? alignments[index] : .none
        writer.wrap(tag, alignment.attributes) { $0.write(cell) }
      }
    }
  }
}

extension Block.Table.Alignment {
  fileprivate var attributes: [Attribute] {
    switch self {
    case .none: []
    case .left: [.textAlign("left")]
    case .center: [.textAlign("center")]
    case .right: [.textAlign("right")]
    }
  }
}
