import NotebookResults

/// The notice in place of a part that does not fit on the page.
struct OmissionView {
  let omission: RenderedPage.Omission
  let byteLimit: Int
  let wording: any Wording

  var markup: Markup {
    .element("div", .class("notice warning"), Attribute("role", "note")) {
      Markup.element("p") {
        Markup.element("span", .class("sign"), Attribute("aria-hidden", "true")) {
          Notice.Weight.warning.sign
        }
        " "
        WordTemplate(wording.leftOut(omission, limit: limit)).markup(arguments)
      }
    }
  }

  private var arguments: [String] {
    switch omission {
    case .cell(let name): [name.utf8.count > 200 ? name.prefix(50) + "…" : name]
    case .text, .rest, .contents, .notices, .provenance, .notebooks: []
    }
  }

  private var limit: String {
    byteLimit >= 1_000_000 ? "\(byteLimit / 1_000_000) MB" : "\(byteLimit / 1000) kB"
  }
}
