import NotebookSyntax

/// Footnotes: their references and their section.
extension ProseWriter {
  mutating func reference(_ label: String, _ occurrence: Int) {
    guard let number = footnoteNumbers[label] else { return markup.append("[^\(label)]") }
    let place = occurrence == 1 ? sidenotes.places[label] : nil
    markup.element("sup", [.class("footnote-ref")]) { markup in
      markup.element(
        "a",
        [
          .href(SafeURL(fragment: "fn-\(label)")), .id(Self.referenceID(label, occurrence)),
          .flag("data-footnote-ref"), place.map { .sidenoteReference($0.number) } ?? .none,
        ]
      ) { $0.append(String(number)) }
    }
  }

  static func referenceID(_ label: String, _ occurrence: Int) -> String {
    "fnref-\(label)" + (occurrence > 1 ? "-\(occurrence)" : "")
  }

  /// Writes the section at the end of the page.
  mutating func writeFootnotes() {
    guard !footnotes.isEmpty else { return }
    wrap("section", [.class("footnotes"), .flag("data-footnotes")]) { writer in
      writer.markup.append("\n")
      writer.wrap("ol") { writer in
        writer.markup.append("\n")
        for footnote in writer.footnotes { writer.write(footnote) }
      }
    }
  }

  mutating func write(_ footnote: Footnote) {
    let beside = sidenotes.places[footnote.label].map {
      [Attribute.class("beside"), .sidenote($0.number, below: $0.above)]
    }
    wrap("li", [.id("fn-\(footnote.label)")] + (beside ?? [])) { writer in
      writer.markup.append("\n")
      // The link back follows the last paragraph, or the last block of another kind.
      guard case .paragraph(let inlines) = footnote.blocks.last else {
        writer.write(footnote.blocks)
        writer.backReferences(to: footnote.label)
        return writer.markup.append("\n")
      }
      writer.write(Array(footnote.blocks.dropLast()))
      writer.wrap("p") { writer in
        writer.write(inlines)
        writer.markup.append(" ")
        writer.backReferences(to: footnote.label)
      }
    }
  }

  mutating func backReferences(to label: String) {
    for (index, occurrence) in references.occurrences(of: label).enumerated() {
      if index > 0 { markup.append(" ") }
      markup.element(
        "a",
        [
          .href(SafeURL(fragment: Self.referenceID(label, occurrence))), .class("footnote-backref"),
          .flag("data-footnote-backref"), Attribute("aria-label", wording.backToText(occurrence)),
        ]
      ) { markup in
        markup.append("↩")
        if occurrence > 1 {
          markup.element("sup", [.class("footnote-ref")]) { $0.append(String(occurrence)) }
        }
      }
    }
  }
}
