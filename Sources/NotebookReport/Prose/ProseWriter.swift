import NotebookResults
import NotebookSyntax

/// A writer of prose as HTML, in one pass over the document.
///
/// The HTML is that of cmark-gfm, including line feeds, with additions: ids on headings, inline values, and boxes in
/// which wide tables scroll.
struct ProseWriter {
  let plain: PlainText
  let wording: any Wording
  let navigation: PageNavigation
  /// The pictures beside the notebook, by their addresses.
  let pictures: [String: Picture]

  private var headings: ArraySlice<Headings.Heading>
  private var cells: ArraySlice<Markup> = []
  let footnoteNumbers: [String: Int]
  let footnotes: [Footnote]
  let references: FootnoteReferences
  let sidenotes: Sidenotes

  var markup = Markup.empty
  /// A Boolean value that is true within a link, since links cannot be nested.
  var isWithinLink = false

  init(
    document: Document, headings: Headings, plain: PlainText, wording: any Wording,
    navigation: PageNavigation, pictures: [String: Picture] = [:]
  ) {
    self.plain = plain
    self.wording = wording
    self.navigation = navigation
    self.pictures = pictures
    self.headings = headings.list[...]
    footnotes = document.footnotes
    footnoteNumbers = Dictionary(
      document.footnotes.enumerated().map { ($1.label, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    references = FootnoteReferences(document)
    sidenotes = Sidenotes(document, plain: plain)
  }

  /// Sets the markup of the document's cells, in order.
  mutating func place(_ cells: [Markup]) { self.cells = cells[...] }

  /// Returns the markup written since the last call.
  mutating func takeMarkup() -> Markup {
    var taken = Markup.empty
    swap(&taken, &markup)
    return taken
  }

  /// Returns the markup of a line of prose outside the text, such as a caption.
  func markup(of inlines: [Inline]) -> Markup {
    var writer = self
    writer.markup = .empty
    writer.write(inlines)
    return writer.markup
  }

  // MARK: Blocks

  /// Writes blocks; notices take the place of those that do not fit.
  ///
  /// - Parameters:
  ///   - room: the number of bytes for all of them, without cells. Writing ends at the first cell without markup.
  ///   - notice: returns the notice of an omission.
  /// - Returns: the omissions.
  mutating func write(
    _ blocks: ArraySlice<Block>, room: inout Int, notice: (RenderedPage.Omission) -> Markup
  ) -> Set<RenderedPage.Omission> {
    var omissions: Set<RenderedPage.Omission> = []
    var wasLeftOut = false
    for block in blocks {
      let isLast = if case .cell = block { cells.isEmpty } else { false }
      if !isLast, attempt(room: &room, { $0.write(block) }) {
        wasLeftOut = false
        continue
      }
      if wasLeftOut, !isLast { continue }
      wasLeftOut = true
      let omission: RenderedPage.Omission = isLast || room <= Self.roomForNotice ? .rest : .text
      omissions.insert(omission)
      let notice = notice(omission)
      room -= notice.byteCount
      markup.append(notice)
      if omission == .rest { break }
    }
    return omissions
  }

  /// Writes everything that a closure writes, or nothing.
  ///
  /// - Parameter room: the number of bytes available, without cells; reduced by the number written.
  /// - Returns: true if there was room.
  mutating func attempt(room: inout Int, _ write: (inout ProseWriter) -> Void) -> Bool {
    let start = markup.byteCount
    guard let count = MarkupBudget.bounded(to: room, { write(&self) }) else {
      markup.removeAll(after: start)
      return false
    }
    room -= count
    return true
  }

  /// The maximum size of a notice in bytes.
  static let roomForNotice = 1000

  mutating func write(_ blocks: [Block]) {
    for block in blocks { write(block) }
  }

  mutating func write(_ block: Block) {
    switch block {
    case .paragraph(let inlines) where inlines.count == 1 && inlines[0].isPicture: figure(inlines[0])
    case .paragraph(let inlines): wrap("p") { $0.write(inlines) }
    case .heading(let level, let inlines): heading(level, inlines)
    case .quote(let blocks):
      wrap("blockquote") {
        $0.markup.append("\n")
        $0.write(blocks)
      }
    case .alert(let alert, let blocks): self.alert(alert, blocks)
    case .fold(let fold): self.fold(fold)
    case .list(let list): write(list)
    case .code(let info, let text): code(info, text)
    case .html(let html): rawBlock(html)
    case .thematicBreak:
      markup.void("hr")
      markup.append("\n")
    case .table(let table): write(table)
    case .cell:
      if let cell = cells.popFirst() { markup.append(cell) }
      markup.append("\n")
    }
  }

  /// Writes an element whose content this writer writes, and a line feed.
  mutating func wrap(
    _ tag: StaticString, _ attributes: [Attribute] = [], endsLine: Bool = true,
    _ content: (inout ProseWriter) -> Void
  ) {
    // The markup is moved rather than copied, so that nesting takes linear time.
    var whole = Markup.empty
    swap(&whole, &markup)
    whole.element(tag, attributes) { inner in
      swap(&inner, &markup)
      content(&self)
      swap(&inner, &markup)
    }
    swap(&whole, &markup)
    if endsLine { markup.append("\n") }
  }

  private mutating func alert(_ alert: Block.Alert, _ blocks: [Block]) {
    wrap("div", [.class(alert.className), Attribute("role", "note")]) { writer in
      let title = writer.wording.title(of: alert)
      writer.markup.append("\n")
      writer.wrap("p", [.class("alert-title")]) { $0.markup.append(title) }
      writer.write(blocks)
    }
  }

  private mutating func fold(_ fold: Block.Fold) {
    wrap("details", [.class(fold.alert.className), .when(fold.isOpen, .flag("open"))]) { writer in
      let title = writer.wording.title(of: fold.alert)
      writer.markup.append("\n")
      writer.wrap("summary", [.class("alert-title")]) { writer in
        if fold.title.isEmpty { writer.markup.append(title) } else { writer.write(fold.title) }
      }
      writer.write(fold.blocks)
    }
  }

  private mutating func heading(_ level: Int, _ inlines: [Inline]) {
    let heading = headings.popFirst()
    let attributes = heading.map { [Attribute.id($0.id)] } ?? []
    let tag: StaticString =
      switch level {
      case 1: "h1"
      case 2: "h2"
      case 3: "h3"
      case 4: "h4"
      case 5: "h5"
      default: "h6"
      }
    wrap(tag, attributes) { writer in
      writer.write(inlines)
      guard let heading else { return }
      let label = writer.wording.linkToSection(heading.title)
      writer.markup.element(
        "a", [.class("anchor"), .href(SafeURL(fragment: heading.id)), Attribute("aria-label", label)]
      ) { $0.append("#") }
    }
  }

  private mutating func code(_ info: String, _ text: String) {
    let language = info.split { $0 == " " || $0 == "\t" || $0 == "\n" }.first.map(String.init)
    // A listing that scrolls must be reachable by keyboard.
    wrap("pre", [Attribute("tabindex", 0)]) { writer in
      let attributes = language.map { [Attribute("class", "language-\($0)")] } ?? []
      writer.markup.element("code", attributes) { $0.append(text) }
    }
  }

  /// Writes raw HTML as text; comments are left out.
  private mutating func rawBlock(_ html: String) {
    guard !RawHTML.isComment(html) else { return }
    wrap("pre", [.class("raw"), Attribute("tabindex", 0)]) { writer in
      writer.markup.element("code") { $0.append(html) }
    }
  }
}

extension Block.Alert {
  fileprivate var className: StaticString {
    switch self {
    case .note: "alert alert-note"
    case .tip: "alert alert-tip"
    case .important: "alert alert-important"
    case .warning: "alert alert-warning"
    case .caution: "alert alert-caution"
    }
  }
}
