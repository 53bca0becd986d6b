import NotebookResults
import NotebookSyntax

/// Pictures: within a line, or as figures in paragraphs of their own.
extension ProseWriter {
  mutating func image(_ source: String, title: String, _ inlines: [Inline]) {
    let picture = pictures[source]
    markup.void(
      "img",
      [
        .src(picture.map(SafeURL.init(picture:)) ?? SafeURL(image: source)),
        Attribute("alt", plain.text(inlines)), .when(!title.isEmpty, Attribute("title", title)),
      ] + (picture.map { [Attribute("width", $0.width), Attribute("height", $0.height)] } ?? []))
  }

  /// Writes a picture with its title as the caption, or with its alternative text if it has no title.
  ///
  /// The alternative text is read aloud once, so such a caption is hidden from screen readers, as Pandoc does.
  mutating func figure(_ inline: Inline) {
    guard case .image(let source, let title, let inlines) = inline else { return }
    let text = plain.text(inlines)
    wrap("figure", [.class("picture")]) { writer in
      writer.image(source, title: "", inlines)
      guard !title.isEmpty || !text.isEmpty else { return }
      writer.markup.element("figcaption", title.isEmpty ? [Attribute("aria-hidden", "true")] : []) {
        $0.append(title.isEmpty ? text : title)
      }
    }
  }
}

extension Inline {
  /// A Boolean value that is true for a picture.
  var isPicture: Bool { if case .image = self { true } else { false } }
}
