import NotebookSyntax

/// The source of a cell, with highlighted keys and comments.
struct SourceListing {
  let cell: Cell

  init(_ cell: Cell) { self.cell = cell }

  var markup: Markup {
    let name = cell.name.map { " \($0.value)" } ?? ""
    return MarkupBuilder.buildArray(
      [.element("span", .class("fence")) { "```{\(cell.directive.value)}\(name)" }, .text("\n")]
        + cell.bodyText.split(separator: "\n", omittingEmptySubsequences: false).trimmingLastEmpty.map(line)
        + [.element("span", .class("fence")) { "```" }])
  }

  private func line(_ line: Substring) -> Markup {
    let (code, comment) = Self.parted(line)
    return MarkupBuilder.buildArray([
      key(code), comment.isEmpty ? .empty : .element("span", .class("comment")) { String(comment) },
      .text("\n"),
    ])
  }

  /// Returns a line whose leading `key:`, after indentation and the dash of a list, is highlighted.
  private func key(_ code: Substring) -> Markup {
    let indent = code.prefix { $0 == " " || $0 == "-" }
    let name = code.dropFirst(indent.count).prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    let rest = code.dropFirst(indent.count + name.count)
    guard !name.isEmpty, rest.first == ":" else { return .text(String(code)) }
    return MarkupBuilder.buildBlock(
      .text(String(indent)), .element("span", .class("key")) { String(name) }, .text(String(rest)))
  }

  /// Returns the start of a comment: a number sign after a space, outside quotation marks.
  private static func parted(_ line: Substring) -> (code: Substring, comment: Substring) {
    var quote: Character?
    var before: Character = " "
    for index in line.indices {
      let character = line[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "#", before == " " {
        return (line[..<index], line[index...])
      }
      before = character
    }
    return (line, "")
  }
}

extension [Substring] {
  /// Returns the lines, without an empty one after the final line feed.
  fileprivate var trimmingLastEmpty: [Substring] { last == "" ? Array(dropLast()) : self }
}
