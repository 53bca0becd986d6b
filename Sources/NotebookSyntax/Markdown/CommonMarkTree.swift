import CCommonMark
import Diagnostics
import Synchronization

/// A parser for GitHub Flavored Markdown, and the only code that calls cmark-gfm.
struct CommonMarkTree {
  /// Blocks and inlines nested deeper than this are omitted, so that traversals of the tree may recurse.
  static let deepestNesting = 24

  let root: CommonMarkNode
  /// The lines of blocks whose content is omitted because it is nested too deeply.
  let linesTooDeep: [Int]

  /// - Parameter markdown: the text without front matter; line 1 is its first line.
  static func parse(_ markdown: String) -> CommonMarkTree {
    // cmark-gfm's registration and its table of special characters are global.
    lock.withLock { _ in parseAlone(markdown) }
  }

  private static let lock = Mutex(())
  private static let register: Void = cmark_gfm_core_extensions_ensure_registered()

  private static func parseAlone(_ markdown: String) -> CommonMarkTree {
    _ = register
    let parser = cmark_parser_new(CMARK_OPT_DEFAULT | CMARK_OPT_FOOTNOTES)
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      if let syntax = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, syntax)
      }
    }
    var markdown = markdown
    markdown.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    let root = cmark_parser_finish(parser)
    defer { cmark_node_free(root) }
    var copier = Copier(root: root, markdown: markdown)
    let copy = copier.copy(root, within: 1...1, depth: 0)
    return CommonMarkTree(
      root: copy ?? CommonMarkNode(kind: .document, lines: 1...1, children: []),
      linesTooDeep: copier.linesTooDeep)
  }
}

private struct Copier {
  var linesTooDeep: [Int] = []
  private let footnotes: FootnoteNumbers

  init(root: OpaquePointer?, markdown: String) {
    footnotes = FootnoteNumbers(root: root, markdown: markdown)
  }

  mutating func copy(_ node: OpaquePointer?, within outer: ClosedRange<Int>, depth: Int) -> CommonMarkNode? {
    guard let kind = kind(of: node) else { return nil }
    let lines = lines(of: node) ?? outer
    var children: [CommonMarkNode] = []
    if depth < CommonMarkTree.deepestNesting {
      for child in childNodes(of: node) {
        if let copy = copy(child, within: lines, depth: depth + 1) { children.append(copy) }
      }
    } else if cmark_node_first_child(node) != nil {
      linesTooDeep.append(lines.lowerBound)
    }
    return CommonMarkNode(kind: kind, lines: lines, children: children)
  }

  /// A paragraph that runs into a table loses its lines, which the table counts as its own.
  private func lines(of node: OpaquePointer?) -> ClosedRange<Int>? {
    for candidate in [node, cmark_node_next(node)] where candidate != nil {
      let start = Int(cmark_node_get_start_line(candidate))
      if start > 0 { return start...max(start, Int(cmark_node_get_end_line(candidate))) }
    }
    return nil
  }

  private func kind(of node: OpaquePointer?) -> CommonMarkNode.Kind? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_LIST: list(node)
    case CMARK_NODE_ITEM: .item(isDone: isDone(node))
    case CMARK_NODE_CODE_BLOCK:
      .code(
        info: string(cmark_node_get_fence_info(node)), text: literal(node), isFenced: isFenced(node))
    case CMARK_NODE_HTML_BLOCK: .htmlBlock(literal(node))
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION: .footnoteDefinition(label: footnotes.label(of: node))
    case CMARK_NODE_TEXT: .text(literal(node))
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .codeSpan(literal(node))
    case CMARK_NODE_HTML_INLINE: .htmlSpan(literal(node))
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK:
      .link(destination: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    case CMARK_NODE_IMAGE:
      .image(source: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    case CMARK_NODE_FOOTNOTE_REFERENCE: footnotes.reference(node)
    default: extensionKind(of: node)
    }
  }

  private func extensionKind(of node: OpaquePointer?) -> CommonMarkNode.Kind? {
    switch string(cmark_node_get_type_string(node)) {
    case "table": .table(alignments(of: node))
    case "table_header", "table_row": .tableRow
    case "table_cell": .tableCell
    case "strikethrough": .strikethrough
    default: nil
    }
  }

  private func list(_ node: OpaquePointer?) -> CommonMarkNode.Kind {
    let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    return .list(
      start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
      isTight: cmark_node_get_list_tight(node) != 0)
  }

  private func isDone(_ item: OpaquePointer?) -> Bool? {
    guard string(cmark_node_get_type_string(item)) == "tasklist" else { return nil }
    return cmark_gfm_extensions_get_tasklist_item_checked(item)
  }

  private func isFenced(_ block: OpaquePointer?) -> Bool {
    var (length, offset, character) = (CInt(0), CInt(0), CChar(0))
    return cmark_node_get_fenced(block, &length, &offset, &character) != 0
  }

  private func alignments(of table: OpaquePointer?) -> [Block.Table.Alignment] {
    let count = Int(cmark_gfm_extensions_get_table_columns(table))
    guard let letters = cmark_gfm_extensions_get_table_alignments(table) else { return [] }
    return (0..<count).map { column in
      switch UnicodeScalar(letters[column]) {
      case "l": .left
      case "c": .center
      case "r": .right
      default: .none
      }
    }
  }
}

/// The number of each footnote reference among those to the same footnote, counted as in cmark-gfm's HTML.
///
/// The parser counts definitions at their places and then moves them to the end, hence the sorting by line.
private struct FootnoteNumbers {
  private var labels: [String] = []
  private var labelsOfNodes: [OpaquePointer: String] = [:]
  private var occurrences: [OpaquePointer: Int] = [:]

  init(root: OpaquePointer?, markdown: String) {
    let blocks = childNodes(of: root)
    let definitions = blocks.filter { cmark_node_get_type($0) == CMARK_NODE_FOOTNOTE_DEFINITION }
    guard !definitions.isEmpty else { return }
    let source = SourceFile(path: "", text: markdown)
    labels = definitions.enumerated().map { index, node in
      writtenLabel(of: node, in: source) ?? String(index + 1)
    }
    labelsOfNodes = Dictionary(zip(definitions, labels)) { first, _ in first }
    var counts: [String: Int] = [:]
    for block in blocks.sorted(by: { cmark_node_get_start_line($0) < cmark_node_get_start_line($1) }) {
      let iterator = cmark_iter_new(block)
      defer { cmark_iter_free(iterator) }
      while true {
        let event = cmark_iter_next(iterator)
        if event == CMARK_EVENT_DONE { break }
        guard event == CMARK_EVENT_ENTER, let node = cmark_iter_get_node(iterator),
          cmark_node_get_type(node) == CMARK_NODE_FOOTNOTE_REFERENCE
        else { continue }
        counts[literal(node), default: 0] += 1
        occurrences[node] = counts[literal(node)]
      }
    }
  }

  func label(of definition: OpaquePointer?) -> String { definition.flatMap { labelsOfNodes[$0] } ?? "" }

  /// Returns a reference; its text in cmark-gfm is the footnote's number, counted from 1.
  func reference(_ node: OpaquePointer?) -> CommonMarkNode.Kind? {
    guard let node, let number = Int(literal(node)), labels.indices.contains(number - 1) else { return nil }
    return .footnoteReference(label: labels[number - 1], occurrence: occurrences[node] ?? 1)
  }
}

/// Returns the label between `[^` and `]:`, just before a definition's place; cmark-gfm 0.29.0.gfm.6 has no
/// function that returns it.
private func writtenLabel(of definition: OpaquePointer?, in source: SourceFile) -> String? {
  let line = Int(cmark_node_get_start_line(definition))
  guard (1...source.lineCount).contains(line) else { return nil }
  let range = source.rangeOfLine(line)
  let end = min(range.start + Int(cmark_node_get_start_column(definition)) - 1, range.end)
  let before = source.utf8[range.start..<max(range.start, end)]
  guard let close = before.lastIndex(of: UInt8(ascii: "]")),
    let open = before[..<close].indices.last(where: { before[$0...].starts(with: "[^".utf8) })
  else { return nil }
  return String(decoding: before[(open + 2)..<close], as: UTF8.self)
}

private func childNodes(of node: OpaquePointer?) -> [OpaquePointer] {
  Array(
    sequence(state: cmark_node_first_child(node)) { next in
      defer { next = cmark_node_next(next) }
      return next
    })
}

private func literal(_ node: OpaquePointer?) -> String { string(cmark_node_get_literal(node)) }

private func string(_ pointer: UnsafePointer<CChar>?) -> String {
  pointer.map { String(cString: $0) } ?? ""
}
