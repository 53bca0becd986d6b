import NotebookResults
import NotebookSyntax

/// The row below a cell's result: the numbers behind its charts and its source, both folded, and a link to it.
struct CellToolsView {
  let cell: Cell
  let numbered: NumberedCells.NumberedCell?
  let wording: any Wording
  let numbers: [Markup]
  let showsSource: Bool

  var markup: Markup? {
    guard !numbers.isEmpty || showsSource || link != nil else { return nil }
    return .element("div", .class("tools")) {
      if !numbers.isEmpty {
        Markup.element("details", .class("numbers")) {
          Markup.element("summary") { wording.numbersAsTable }
          numbers
        }
      }
      if showsSource { source }
      link
    }
  }

  private var link: Markup? {
    guard let numbered, let number = numbered.number else { return nil }
    return .element(
      "a", .class("to-figure"), .href(SafeURL(fragment: numbered.id)),
      Attribute("aria-label", wording.linkToFigure(wording.name(of: number)))
    ) { wording.link }
  }

  private var source: Markup {
    .element("details", .class("source")) {
      Markup.element("summary") {
        wording.source
        separator
        Markup.element("span", .class("directive")) { cell.directive.value }
        if let name = cell.name?.value {
          separator
          Markup.element("b") { name }
        }
        if let settings = numbered?.outcome.presentation.summary, !settings.isEmpty {
          Markup.element("span", .class("settings")) {
            for part in settings {
              separator
              TableCellView(
                cell: part,
                context: ViewContext(wording: wording, id: numbered?.id ?? "", alternativeText: nil)
              ).markup
            }
          }
        }
      }
      Markup.element("pre", Attribute("tabindex", 0)) {
        Markup.element("code") { SourceListing(cell).markup }
      }
    }
  }

  private var separator: Markup {
    .element("span", .class("separator"), Attribute("aria-hidden", "true")) { " · " }
  }
}
