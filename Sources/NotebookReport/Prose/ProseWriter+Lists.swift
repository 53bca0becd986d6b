import NotebookSyntax

/// Lists, tight or loose, and task lists.
extension ProseWriter {
  mutating func write(_ list: Block.List) {
    let attributes = list.start.map { $0 == 1 ? [] : [Attribute("start", $0)] } ?? []
    wrap(list.start == nil ? "ul" : "ol", attributes) { writer in
      writer.markup.append("\n")
      for item in list.items { writer.write(item, isTight: list.isTight) }
    }
  }

  mutating func write(_ item: Block.List.Item, isTight: Bool) {
    wrap("li", item.isDone == nil ? [] : [.class("task")]) { writer in
      if let isDone = item.isDone { writer.checkbox(isDone) }
      for (index, block) in item.blocks.enumerated() {
        if isTight, case .paragraph(let inlines) = block {
          writer.write(inlines)
          if index + 1 < item.blocks.count { writer.markup.append("\n") }
        } else {
          if index == 0 { writer.markup.append("\n") }
          writer.write(block)
        }
      }
    }
  }

  mutating func checkbox(_ isDone: Bool) {
    let label = isDone ? wording.doneTask : wording.openTask
    markup.void(
      "input",
      [
        Attribute("type", "checkbox"), .when(isDone, Attribute("checked", "")), Attribute("disabled", ""),
        Attribute("aria-label", label),
      ])
    markup.append(" ")
  }
}
