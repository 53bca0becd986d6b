/// A node of cmark-gfm's tree as a Swift value, with its lines.
struct CommonMarkNode {
  enum Kind {
    case document
    case paragraph
    case heading(level: Int)
    case quote
    case list(start: Int?, isTight: Bool)
    case item(isDone: Bool?)
    case code(info: String, text: String, isFenced: Bool)
    case htmlBlock(String)
    case thematicBreak
    case table([Block.Table.Alignment])
    case tableRow
    case tableCell
    case footnoteDefinition(label: String)
    case text(String)
    case softBreak
    case lineBreak
    case codeSpan(String)
    case htmlSpan(String)
    case emphasis
    case strong
    case strikethrough
    case link(destination: String, title: String)
    case image(source: String, title: String)
    case footnoteReference(label: String, occurrence: Int)
  }

  let kind: Kind
  /// The first and last line, counted from 1 in the parsed text; inlines have no lines of their own.
  let lines: ClosedRange<Int>
  let children: [CommonMarkNode]
}
