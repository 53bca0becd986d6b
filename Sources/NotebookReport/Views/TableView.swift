import NotebookResults

/// The view of a table of results, which scrolls if it is wide.
struct TableView {
  let table: Table
  /// The label of a table without a title.
  var title: Words?
  let context: ViewContext

  private var footerStart: Int { table.rows.count - min(max(table.footerRows, 0), table.rows.count) }

  var markup: Markup {
    let title = (table.title ?? title).map(context.wording.title)
    return ScrollBox(label: title).markup {
      Markup.element("table", .class(isNumeric ? "results numeric" : "results")) {
        if let title { Markup.element("caption") { title } }
        if table.columns.contains(where: { !context.wording.text($0.title).isEmpty }) { head }
        Markup.element("tbody") {
          for row in table.rows[..<footerStart] { self.row(row) }
        }
        if footerStart < table.rows.count {
          Markup.element("tfoot") {
            for row in table.rows[footerStart...] { self.row(row) }
          }
        }
      }
    }
  }

  /// A Boolean value that is true if all columns are numbers, so that the table is marked in place of each cell.
  private var isNumeric: Bool { table.columns.allSatisfy { $0.alignment == .number } }

  private func alignment(_ column: Table.Column?) -> Attribute {
    isNumeric ? .none : column?.alignment.attribute ?? .none
  }

  private var head: Markup {
    .element("thead") {
      Markup.element("tr") {
        for column in table.columns {
          let title = context.wording.title(column.title)
          if title.isEmpty {
            Markup.element("td") {}
          } else {
            Markup.element("th", Attribute("scope", "col"), alignment(column)) {
              Markup.breakable(title)
            }
          }
        }
      }
      "\n"
    }
  }

  private func row(_ cells: [Table.Cell]) -> Markup {
    .element("tr") {
      for (index, cell) in cells.enumerated() {
        let view = TableCellView(cell: cell, context: context)
        let column = table.columns.indices.contains(index) ? table.columns[index] : nil
        if index == 0, view.isName {
          Markup.element("th", Attribute("scope", "row"), alignment(column)) {
            view.markup
          }
        } else {
          Markup.element("td", view.isSentence ? .class("sentence") : alignment(column)) {
            view.markup
          }
        }
      }
    }
  }
}

extension Table.Column.Alignment {
  var attribute: Attribute {
    switch self {
    case .text: .none
    case .number: .class("number")
    }
  }
}
