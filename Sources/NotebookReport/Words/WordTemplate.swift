/// A sentence with placeholders for the author's words.
///
/// It is parsed before the words are filled in, so that nothing in them is taken for a placeholder.
struct WordTemplate {
  private enum Part {
    case words(String)
    case place(Int, Style)
  }

  private enum Style {
    case plain, code
    /// A message of the program, which is English on every page.
    case english
  }

  private let parts: [Part]

  init(_ template: String) {
    var parts: [Part] = []
    var rest = Substring(template)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}"),
      case let inner = rest[rest.index(after: open)..<close].split(separator: " "),
      let number = inner.first.flatMap({ Int($0) })
    {
      var words = rest[..<open]
      rest = rest[rest.index(after: close)...]
      let isCode = words.last == "`" && rest.first == "`"
      if isCode {
        words.removeLast()
        rest.removeFirst()
      }
      if !words.isEmpty { parts.append(.words(String(words))) }
      parts.append(.place(number, isCode ? .code : inner.last == "en" ? .english : .plain))
    }
    if !rest.isEmpty { parts.append(.words(String(rest))) }
    self.parts = parts
  }

  func text(_ arguments: [String]) -> String {
    parts.map { part in
      switch part {
      case .words(let words): words
      case .place(let index, _): arguments.indices.contains(index) ? arguments[index] : ""
      }
    }.joined()
  }

  func markup(_ arguments: [String]) -> Markup {
    markup { index in arguments.indices.contains(index) ? .text(arguments[index]) : .empty }
  }

  /// Returns the sentence with markup, such as a link, in place of the placeholders.
  func markup(place: (Int) -> Markup) -> Markup {
    var markup = Markup.empty
    for part in parts {
      switch part {
      case .words(let words): markup.append(words)
      case .place(let index, .plain): markup.append(place(index))
      case .place(let index, .code): markup.element("code") { $0.append(place(index)) }
      case .place(let index, .english): markup.append(.english(place(index)))
      }
    }
    return markup
  }
}

extension Markup {
  /// Returns English words for a page that may be in another language.
  static func english(_ words: Markup) -> Markup {
    .element("span", Attribute("lang", "en")) { words }
  }
}
