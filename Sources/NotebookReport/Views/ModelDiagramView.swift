import NotebookResults
import Writing

/// The view of a network as a list of boxes, which wraps on narrow pages.
struct ModelDiagramView {
  let diagram: ModelDiagram
  let context: ViewContext

  private var wording: any Wording { context.wording }

  var markup: Markup {
    .element("ol", .class("diagram"), context.anchor, Attribute("role", "list")) {
      Markup.element("li", .class("input")) {
        Markup.element("b") { wording.title(.input) }
        Markup.element("code") { diagram.inputShape }
      }
      for box in diagram.boxes { layer(box) }
    }
  }

  private func layer(_ box: ModelDiagram.Box) -> Markup {
    .element("li", box.count > 1 ? .class("repeated") : .none) {
      Markup.element("b") {
        Markup.element("code") { box.name }
        if box.count > 1 { " × \(box.count)" }
      }
      if let activation = box.activation { Markup.element("span") { activation } }
      Markup.element("code") { box.outputShape }
      if let share = box.share {
        Markup.element("span") { wording.text(.phrase(.parameterCount, [box.parameters])) }
        Markup.element("span", .class("share"), .properties(("share", Int((share * 100).rounded())))) {
          NumberFormat.percent(share, digits: 1)
        }
      }
    }
  }
}
