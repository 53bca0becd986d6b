import NotebookResults
import Writing

/// The view of a sample as a grid of numbers, shaded by size.
struct NumberGridView {
  let grid: NumberGrid
  let context: ViewContext

  /// The number of shades in the style sheet.
  static let shades = 9

  var markup: Markup {
    let wording = context.wording
    let columns = grid.values.map(\.count).max() ?? 0
    let title = grid.title.map(wording.title) ?? wording.gridTitle(rows: grid.values.count, columns: columns)
    let rows = lines
    let width = 1 + (rows.joined().map(\.text.count).max() ?? 0)
    return .element("div", .class("grid-box"), context.anchor) {
      Markup.element("p", .class("output-title")) {
        picture(columns: columns)
        context.heading(title)
      }
      ScrollBox(label: title).markup {
        Markup.element(
          "pre", .class("number-grid"),
          .properties(("cell", width), ("line", width * (rows.map(\.count).max() ?? 0)))
        ) {
          for row in rows {
            for run in Self.runs(of: row) { self.run(run, width: width) }
            "\n"
          }
        }
      }
    }
  }

  /// The rows of the grid; a single long row is folded.
  private var lines: [[Cell]] {
    let rows = cells
    guard rows.count == 1, let row = rows.first else { return rows }
    return stride(from: 0, to: row.count, by: Self.foldedColumns).map {
      Array(row[$0..<min($0 + Self.foldedColumns, row.count)])
    }
  }

  private static let foldedColumns = 20

  /// A number as text, and its shade, where 0 is none.
  private struct Cell {
    let text: String
    let shade: Int
  }

  private var cells: [[Cell]] {
    let finite = grid.values.joined().filter(\.isFinite)
    let lowest = min(finite.min() ?? 0, 0)
    let extent = max((finite.max() ?? 0) - lowest, .leastNormalMagnitude)
    let isWhole = finite.allSatisfy { $0 == $0.rounded() }
    return grid.values.map { row in
      row.map { value in
        let shade = (value - lowest) / extent
        return Cell(
          text: isWhole ? NumberFormat.fixed(value, digits: 0) : Self.decimal(value),
          shade: shade.isFinite ? Int((shade * Double(Self.shades)).rounded(.up)) : 0)
      }
    }
  }

  /// Returns a number with two digits after the point, without a leading zero.
  private static func decimal(_ value: Double) -> String {
    if value == value.rounded(), value.magnitude < 10 { return NumberFormat.fixed(value, digits: 0) }
    let text = NumberFormat.fixed(value, digits: 2)
    guard let zero = text.firstRange(of: "0."), text[..<zero.lowerBound].allSatisfy({ $0 == "−" }) else {
      return text
    }
    return text.replacingCharacters(in: zero, with: ".")
  }

  /// The numbers drawn as an image, if they are one.
  private func picture(columns: Int) -> Markup? {
    grid.pixels.map { pixels in
      .element("span", .class("frame")) {
        Markup.void(
          "img", .src(SafeURL(png: PNG.encode(ink: pixels, width: columns, height: grid.values.count))),
          Attribute("alt", context.alternativeText ?? ""), Attribute("width", columns),
          Attribute("height", grid.values.count))
      }
    }
  }

  private static func runs(of row: [Cell]) -> [ArraySlice<Cell>] {
    let starts = row.indices.filter { index in
      guard index > 0 else { return true }
      let (cell, before) = (row[index], row[index - 1])
      return cell.shade != before.shade || cell.text.count % 2 != before.text.count % 2
    }
    return zip(starts, starts.dropFirst() + [row.endIndex]).map { row[$0..<$1] }
  }

  /// Returns adjacent numbers of one shade, each centred in its column. Where the spaces around a number cannot be
  /// divided evenly, the style sheet moves it by half a space.
  private func run(_ cells: ArraySlice<Cell>, width: Int) -> Markup {
    let text = cells.map { cell in
      let before = (width - cell.text.count + 1) / 2
      return String(repeating: " ", count: before) + cell.text
        + String(repeating: " ", count: width - before - cell.text.count)
    }.joined()
    let shade = cells.first?.shade ?? 0
    let isUneven = (width - (cells.first?.text.count ?? 0)) % 2 != 0
    let numbers = isUneven ? Markup.element("i") { text } : .text(text)
    return shade == 0 ? numbers : .element("span", .class("g", numbered: shade)) { numbers }
  }
}
