import NotebookResults
import Writing

/// The view of a heat map: a table shaded like a confusion matrix, with the value in each cell.
struct HeatMapView {
  let map: HeatMap
  let context: ViewContext

  private var wording: any Wording { context.wording }

  var markup: Markup {
    .element("div", .class("confusion-box"), context.anchor) {
      ScrollBox(label: wording.title(map.title)).markup {
        Markup.element("table", .class("confusion heat")) {
          Markup.element("caption") { context.heading(wording.title(map.title)) }
          head
          Markup.element("tbody") {
            for row in map.rows.indices { self.row(row) }
          }
        }
      }
      Markup.element("p", .class("reading")) {
        context.alternativeText.map { Markup.text($0 + " ") }
        wording.markup(map.reading)
      }
    }
  }

  private var head: Markup {
    .element("thead") {
      Markup.element("tr") {
        Markup.element("td") {}
        Markup.element(
          "th", Attribute("scope", "colgroup"), Attribute("colspan", max(1, map.columns.count)),
          .class("axis-name")
        ) { wording.title(map.columnName) }
      }
      Markup.element("tr") {
        Markup.element("th", Attribute("scope", "col"), .class("axis-name")) { wording.title(map.rowName) }
        for name in map.columns {
          Markup.element("th", Attribute("scope", "col")) { TextMeasure.shortened(name, columns: 16) }
        }
      }
    }
  }

  private func row(_ row: Int) -> Markup {
    .element("tr") {
      Markup.element("th", Attribute("scope", "row")) { TextMeasure.shortened(map.rows[row], columns: 16) }
      for (column, cell) in map.cells[row].enumerated() { view(cell, isBest: map.best == [row, column]) }
    }
  }

  private func view(_ cell: HeatMap.Cell, isBest: Bool) -> Markup {
    switch cell {
    case .value(let value, let shade):
      let step = Int(min(max(shade, 0), 1) * Double(ConfusionMatrixView.shades) + 0.5)
      return .element("td", .class(isBest ? "best s" : "s", numbered: step)) { text(value) }
    case .failed: return .element("td", .class("zero")) { wording.word(.trialFailed) }
    case .empty: return .element("td", .class("zero")) { "–" }
    }
  }

  private func text(_ value: Double) -> String {
    switch map.unit {
    case .fraction: NumberFormat.percent(value, digits: 1)
    case .plain, .anySize: NumberFormat.magnitude(value)
    }
  }
}
