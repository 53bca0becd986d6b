import NotebookResults

/// A notice at the top of the page, with a link to its cell.
struct PageNoticeView {
  let notice: Notice
  let cell: NumberedCells.NumberedCell?
  let wording: any Wording

  var markup: Markup {
    .element("div", .class(notice.weight.className)) {
      Markup.element("p") {
        Markup.element("span", .class("sign"), Attribute("aria-hidden", "true")) { notice.weight.sign }
        " "
        wording.markup(notice.words)
        if let cell {
          " "
          Markup.element("a", .class("to-cell"), .href(SafeURL(fragment: cell.id))) {
            wording.linkToCell(cell.outcome.name ?? cell.outcome.directive)
          }
        }
      }
    }
  }
}
