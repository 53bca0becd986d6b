import NotebookResults

/// The view of a change: a row with the changed options and the changed result, and examples of changed answers.
struct ChangeCardView {
  let card: ChangeCard
  let context: ViewContext

  private var wording: any Wording { context.wording }

  var markup: Markup {
    .element(
      "div", .class("change-card"), Attribute("role", "group"), Attribute("aria-label", wording.whatChanged)
    ) {
      row
      if let answers = card.answers {
        if !answers.examples.isEmpty {
          Markup.element("div", .class("change-examples")) {
            for (index, grid) in answers.examples.enumerated() { examples(grid, index) }
          }
        }
        Markup.element("p", .class("note")) {
          wording.describe(answers, card.role)
          if let seeds = card.answerSeeds { (wording.writesWithoutSpaces ? "" : " ") + wording.text(seeds) }
        }
      }
    }
  }

  /// The changed settings and the changed result.
  private var row: Markup {
    .element("div", .class("change-row")) {
      for change in card.changes { TableCellView(cell: change, context: context).markup }
      if let reading = ChangeReading(card) {
        Markup.element("span") {
          wording.title(Words(card.quantity, measuredOn: card.role)) + " "
          Markup.element("span", .class("change-values")) {
            card.unit.text(reading.before) + " → "
            Markup.element("b") { card.unit.text(reading.after) }
          }
          if let shared = card.seeds?.shared {
            wording.inBrackets(wording.text(.phrase(.sharedSeeds, [String(shared)])))
          }
        }
        Markup.element("span", .class(reading.tone)) { wording.describe(reading) }
      }
    }
  }

  private func examples(_ grid: ImageGrid, _ index: Int) -> Markup {
    let id = "\(context.id)-\(index + 1)"
    return ImageGridView(grid: grid, context: ViewContext(wording: wording, id: id, alternativeText: nil))
      .markup
  }
}
