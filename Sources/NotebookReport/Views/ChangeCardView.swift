import NotebookResults

/// The view of a change: the changed options and the changed results.
struct ChangeCardView {
  let card: ChangeCard
  let context: ViewContext

  private var wording: any Wording { context.wording }
  private var reading: ChangeReading? { ChangeReading(card) }

  var markup: Markup {
    let names = LineNames(card.chart, wording: wording)
    return .element(
      "div", .class("change-card"), Attribute("role", "group"), Attribute("aria-label", wording.whatChanged)
    ) {
      heading
      Markup.element("div", .class("change-body")) {
        Markup.element("div", .class("change-words")) {
          result(names)
          if let answers = card.answers {
            Markup.element("p", .class("reading")) {
              wording.describe(answers)
              if let seeds = card.answerSeeds {
                (wording.writesWithoutSpaces ? "" : " ") + wording.text(seeds)
              }
            }
          }
        }
        Sparkline(card.chart, wording: wording).markup(
          in: ChartRoot(
            id: "\(context.id)-curves", title: names.title,
            description: wording.describe(LineChartReading(card.chart))))
      }
      for (index, grid) in (card.answers?.examples ?? []).enumerated() {
        let id = "\(context.id)-\(index + 1)"
        ImageGridView(
          grid: grid, context: ViewContext(wording: wording, id: id, alternativeText: nil)
        ).markup
      }
    }
  }

  private var heading: Markup {
    .element("p", .class("change-title")) {
      for (index, line) in card.chart.lines.enumerated() {
        if index > 0 { " → " }
        Markup.element("code") { line.run }
      }
      for change in card.changes {
        Markup.element("span", .class("separator"), Attribute("aria-hidden", "true")) { " · " }
        TableCellView(cell: change, context: context).markup
      }
    }
  }

  private func result(_ names: LineNames) -> Markup? {
    guard let reading else { return nil }
    return .element("p", .class("change-result")) {
      Markup.element("span", .class("change-quantity")) { names.quantity.sentenceCased }
      Markup.element("span", .class("change-values")) {
        names.value(reading.before) + " → "
        Markup.element("b") { names.value(reading.after) }
      }
      Markup.element("span", .class(reading.tone)) { wording.describe(reading) }
    }
  }
}
