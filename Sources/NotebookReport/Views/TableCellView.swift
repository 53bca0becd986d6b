import NotebookResults
import Writing

/// The content of a table cell, also used in the summaries of cells.
struct TableCellView {
  let cell: Table.Cell
  let context: ViewContext
  /// The notation of the column, if its numbers share one.
  var notation: NumberNotation?

  var markup: Markup {
    switch cell {
    case .words(.phrase(let label, let arguments)):
      return context.wording.markup(.phrase(label, arguments))
    case .words(let words): return .text(context.wording.title(words))
    case .code(let text):
      let number = notation.flatMap { notation in Double(text).map { notation.text($0, isGrouped: false) } }
      return .element("code") { number.map { .text($0) } ?? Markup.breakable(text) }
    case .run(let name):
      return MarkupBuilder.buildBlock(mark(of: name) ?? .empty, .element("code") { name })
    case .integer(let number): return .text(NumberFormat.integer(number))
    case .number(let number, let digits): return .text(NumberFormat.fixed(number, digits: digits))
    case .magnitude(let number): return .text(notation?.text(number) ?? NumberFormat.magnitude(number))
    case .percent(let share, let digits): return .text(NumberFormat.percent(share, digits: digits))
    case .spread(let mean, let deviation, let digits, let isPercent):
      let scale = isPercent ? 100.0 : 1
      let number = NumberFormat.fixed(mean * scale, digits: digits)
      let spread = NumberFormat.fixed(deviation * scale, digits: digits)
      return .text("\(number) ± \(spread)" + (isPercent ? "%" : ""))
    case .change(let name, let from, let to):
      return .element("span", .class("change")) {
        Markup.element("code") { Markup.breakable(name) }
        " "
        if from != nil {
          Markup.element("del") { setting(from) }
          " → "
        }
        Markup.element("ins") { setting(to) }
      }
    case .empty: return .empty
    }
  }

  /// Returns the marker that a run has in the charts of the page; `nil` if none shows it.
  private func mark(of run: String) -> Markup? {
    context.runs[run].map { style in
      .element(
        "svg", Attribute("xmlns", "http://www.w3.org/2000/svg"),
        .class("run-mark series-", numbered: style.color), Attribute("viewBox", "-5 -5 10 10"),
        Attribute("aria-hidden", "true")
      ) { Markup.void("path", Attribute("d", style.path(0, 0))) }
    }
  }

  /// Returns the value of a setting, shortened if it is long; the source below has it in full.
  private func setting(_ value: String?) -> String {
    value.map { TextMeasure.shortened($0, columns: 40) } ?? "–"
  }

  /// A Boolean value that is true if the cell holds several words, which may stand in several lines.
  var isSentence: Bool {
    if case .words(.phrase) = cell { true } else { false }
  }

  /// A Boolean value that is true if the cell can be the header of its row, as words and code can.
  var isName: Bool {
    switch cell {
    case .words, .code, .run: true
    case .integer, .number, .magnitude, .percent, .spread, .change, .empty: false
    }
  }
}
