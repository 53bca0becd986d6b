import NotebookResults

extension Wording {
  private var wordSeparator: String { writesWithoutSpaces ? "" : " " }

  func word(_ label: Label) -> String { WordTemplate(template(label)).text([]) }

  func text(_ words: Words) -> String {
    switch words {
    case .label(let label): word(label)
    case .verbatim(let text): text
    case .term(let term): self.text(term)
    case .onValidation(let quantity): onValidation(text(quantity))
    case .onTest(let quantity): onTest(text(quantity))
    case .joined(let parts): parts.map(text).joined(separator: wordSeparator)
    case .list(let items): items.map(text).joined(separator: listSeparator)
    case .phrase(let label, let arguments): WordTemplate(template(label)).text(arguments)
    }
  }

  /// Returns the words with names in code type.
  func markup(_ words: Words) -> Markup {
    switch words {
    case .label, .verbatim, .term, .onValidation, .onTest: return .text(text(words))
    case .joined(let parts): return markup(parts, separator: wordSeparator)
    case .list(let items): return markup(items, separator: listSeparator)
    case .phrase(let label, let arguments): return WordTemplate(template(label)).markup(arguments)
    }
  }

  private func markup(_ parts: [Words], separator: String) -> Markup {
    var markup = Markup.empty
    for (index, part) in parts.enumerated() {
      if index > 0 { markup.append(separator) }
      markup.append(self.markup(part))
    }
    return markup
  }

  /// Returns a message of the program, marked as English on a page in another language.
  func markup(ofProgram message: String) -> Markup {
    languageTag == "en" ? .text(message) : .english(.text(message))
  }

  /// Returns the words as a title or a column header. The author's words are kept as they are.
  func title(_ words: Words) -> String {
    switch words {
    case .verbatim(let text): text
    case .label, .term, .onValidation, .onTest, .phrase, .list: text(words).sentenceCased
    case .joined(let parts):
      ([parts.first.map(title)].compactMap(\.self) + parts.dropFirst().map(text)).joined(
        separator: wordSeparator)
    }
  }

  func title(_ label: Label) -> String { word(label).sentenceCased }
}

extension String {
  /// The text with a capital first letter.
  var sentenceCased: String { prefix(1).uppercased() + dropFirst() }
}
