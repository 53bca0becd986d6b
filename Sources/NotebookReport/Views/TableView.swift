import NotebookResults
import Writing

/// The view of a table of results, which scrolls if it is wide.
struct TableView {
  let table: Table
  /// The label of a table without a title.
  var title: Words?
  let context: ViewContext

  private var footerStart: Int { table.rows.count - min(max(table.footerRows, 0), table.rows.count) }

  /// The most rows of a table that is shown whole; of a longer one, the style sheet shows the first ten until a reader
  /// asks for all.
  private static let mostRows = 15

  /// The most columns of a table that leaves the margin to its caption.
  private static let mostColumns = 7

  var markup: Markup {
    guard footerStart > Self.mostRows else { return box(context.anchor) }
    return .element("div", .class("long-table"), context.anchor) {
      box(.none)
      Markup.element("label") {
        Markup.void("input", Attribute("type", "checkbox"))
        " "
        context.wording.showAllRows(footerStart)
      }
    }
  }

  /// Returns the notation that the numbers of a column share; `nil` if it has none whose notation is open.
  private func notation(of column: Int) -> NumberNotation? {
    let cells = table.rows.compactMap { $0.indices.contains(column) ? $0[column] : nil }
    let magnitudes = cells.compactMap { if case .magnitude(let number) = $0 { number } else { nil } }
    if !magnitudes.isEmpty { return NumberNotation(of: magnitudes) }
    guard table.columns[column].alignment == .number else { return nil }
    return NumberNotation(
      ofWritten: cells.compactMap { if case .code(let text) = $0 { text } else { nil } })
  }

  private func box(_ anchor: Attribute) -> Markup {
    let notations = table.columns.indices.map(notation)
    let title = (table.title ?? title).map(context.wording.title)
    return ScrollBox(label: title, anchor: anchor).markup {
      Markup.element("table", .classes(classes)) {
        if let heading = context.heading(ofPartWith: title) { Markup.element("caption") { heading } }
        if table.columns.contains(where: { !context.wording.text($0.title).isEmpty }) { head }
        Markup.element("tbody") {
          for row in table.rows[..<footerStart] { self.row(row, notations) }
        }
        if footerStart < table.rows.count {
          Markup.element("tfoot") {
            for row in table.rows[footerStart...] { self.row(row, notations) }
          }
        }
      }
    }
  }

  /// A Boolean value that is true if all columns are numbers, so that the table is marked in place of each cell.
  private var isNumeric: Bool { table.columns.allSatisfy { $0.alignment == .number } }

  private var classes: [StaticString] {
    ["results"] + (isNumeric ? ["numeric"] : []) + (table.columns.count > Self.mostColumns ? ["wide"] : [])
  }

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

  private func row(_ cells: [Table.Cell], _ notations: [NumberNotation?]) -> Markup {
    .element("tr") {
      for (index, cell) in cells.enumerated() {
        let isInColumn = table.columns.indices.contains(index)
        let view = TableCellView(
          cell: cell, context: context, notation: isInColumn ? notations[index] : nil)
        let column = isInColumn ? table.columns[index] : nil
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
