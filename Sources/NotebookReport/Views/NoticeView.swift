import NotebookResults

/// The view of a notice.
struct NoticeView {
  let notice: Notice
  let context: ViewContext

  var markup: Markup {
    .element("div", .class(notice.weight.className), Attribute("role", "note")) {
      Markup.element("p") {
        Markup.element("span", .class("sign"), Attribute("aria-hidden", "true")) { notice.weight.sign }
        " "
        context.wording.markup(notice.words)
      }
    }
  }
}

extension Notice.Weight {
  var className: StaticString {
    switch self {
    case .information: "notice information"
    case .warning: "notice warning"
    case .failure: "notice failure"
    }
  }

  /// The sign shown with the colour, for readers who do not see colours.
  var sign: String {
    switch self {
    case .information: "i"
    case .warning: "!"
    case .failure: "✗"
    }
  }
}
