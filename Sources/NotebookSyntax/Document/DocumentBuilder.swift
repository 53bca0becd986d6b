import Diagnostics
import Options

/// Turns cmark-gfm's tree into a document: recognizes cells, and finds the places of inline values.
struct DocumentBuilder {
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var lostCells: [LostCell] = []
  private(set) var listings: [Placed<String>] = []
  private(set) var allowances: [AllowComment] = []
  private(set) var paragraphs: [Paragraph] = []
  /// The cell directly above the current block.
  private var cellAbove: SourceRange?
  /// The links to notebooks and headings.
  var links: [NotebookLink] { inlines.links }
  var pictures: [PictureFile] { inlines.pictures }
  var equations: [Equation] { inlines.equations }
  /// True within the body of a cell whose fence is too short.
  private var isBelowShortFence = false
  private let source: SourceFile
  /// The number of lines of front matter, which the tree does not count.
  private let linesBefore: Int
  private let parameters: [Parameter]
  private var inlines: InlineBuilder

  /// - Parameters:
  ///   - parameters: the parameters of the front matter.
  ///   - mask: restores the formulas and references that letters replace.
  init(source: SourceFile, linesBefore: Int = 0, parameters: [Parameter] = [], mask: ProseMask?) {
    self.source = source
    self.parameters = parameters
    self.linesBefore = linesBefore
    inlines = InlineBuilder(source: source, mask: mask)
  }

  mutating func build(_ tree: CommonMarkTree) -> (blocks: [Block], footnotes: [Footnote]) {
    var blocks: [Block] = []
    var footnotes: [Footnote] = []
    readAllowances(in: tree.root.children)
    for node in tree.root.children {
      if case .footnoteDefinition(let label) = node.kind {
        footnotes.append(Footnote(label: label, blocks: nestedBlocks(of: node)))
      } else if let block = cell(node) ?? block(node) {
        blocks.append(block)
        switch block {
        case .cell(let cell): cellAbove = cell.range
        // Comments are not shown, so a block below a comment is below the cell above it.
        case .html: break
        default: cellAbove = nil
        }
      }
    }
    for line in tree.linesTooDeep {
      diagnostics.append(
        Diagnostic(SyntaxProblem.tooDeep(limit: CommonMarkTree.deepestNesting), at: start(of: line)))
    }
    diagnostics += inlines.diagnostics
    diagnostics += LostFootnotes(tree.root, of: source, linesBefore: linesBefore).diagnostics
    diagnostics += LostAddresses(tree.root, of: source, linesBefore: linesBefore).diagnostics
    let names = names(in: blocks)
    diagnostics += paragraphs.flatMap { $0.leftovers(in: source, names: names) }
    return (blocks, footnotes)
  }

  /// Returns the names that an inline value may begin with.
  private func names(in blocks: [Block]) -> Set<String> {
    let cells = blocks.compactMap { if case .cell(let cell) = $0 { cell.name?.value } else { nil } }
    return Set(cells + parameters.map { "params.\($0.name)" })
  }

  /// Returns the cell of a top-level fenced block whose info string begins with a brace.
  private mutating func cell(_ node: CommonMarkNode) -> Block? {
    guard case .code(_, _, isFenced: true) = node.kind else { return nil }
    let lines = sourceLines(of: node)
    guard let fence = CellFence(line: lines.lowerBound, in: source) else { return nil }
    var parser = CellParser(source: source, fence: fence, lines: lines)
    let cell = parser.parse()
    // If a cell's opening fence is invalid, its closing fence opens a listing, which needs no report.
    if !isBelowShortFence || fence.info.start < fence.info.end { diagnostics += parser.diagnostics }
    isBelowShortFence = false
    lostCells += parser.lostCells
    return cell.map { .cell($0) }
  }

  private mutating func block(_ node: CommonMarkNode) -> Block? {
    switch node.kind {
    case .paragraph:
      refuseStrayBackticks(in: sourceLines(of: node))
      refuseShortFences(in: sourceLines(of: node))
      if let table = BrokenTable(sourceLines(of: node), of: source) {
        diagnostics.append(table.diagnostic)
        if table.holdsValues { return .paragraph([.text(source[range(of: sourceLines(of: node))])]) }
      }
      return .paragraph(prose(node))
    case .heading(let level): return .heading(level: level, prose(node))
    case .quote: return quote(nestedBlocks(of: node), on: sourceLines(of: node))
    case .list(let start, let isTight):
      let items = node.children.compactMap { child -> Block.List.Item? in
        guard case .item(let isDone) = child.kind else { return nil }
        return Block.List.Item(blocks: nestedBlocks(of: child), isDone: isDone)
      }
      return .list(Block.List(start: start, isTight: isTight, items: items))
    case .code(let info, let text, let isFenced):
      if !isFenced {
        warnOfIndentedCells(in: sourceLines(of: node))
      } else if info == "math" || info.hasPrefix("math {#") {
        return .paragraph([inlines.displayed(content(text, of: node), label: label(ofFormulaIn: node))])
      } else if let place = source.firstRange(of: info, in: range(of: sourceLines(of: node))) {
        listings.append(Placed(info, at: place))
      }
      return .code(info: info, text)
    case .htmlBlock(let html):
      inlines.warnOfValues(inHTML: html, on: sourceLines(of: node))
      return .html(html)
    case .thematicBreak: return .thematicBreak
    case .table(let alignments): return .table(table(node, alignments))
    default: return nil
    }
  }

  /// Returns a quotation, or the alert that its first line makes of it.
  private mutating func quote(_ blocks: [Block], on lines: ClosedRange<Int>) -> Block {
    guard case .paragraph(let inlines)? = blocks.first, let mark = AlertMark(inlines) else {
      return .quote(blocks)
    }
    guard let alert = Block.Alert.allCases.first(where: { $0.mark == mark.kind.uppercased() }),
      !mark.hasStrayTitle
    else {
      if let place = source.firstRange(of: mark.kind, in: range(of: lines)) {
        diagnostics.append(Diagnostic(SyntaxProblem.unknownAlert(mark.kind), at: place, severity: .warning))
      }
      return .quote(blocks)
    }
    let content = (mark.rest.isEmpty ? [] : [.paragraph(mark.rest)]) + blocks.dropFirst()
    guard let isOpen = mark.isOpen else { return .alert(alert, content) }
    return .fold(Block.Fold(alert: alert, title: mark.title, isOpen: isOpen, blocks: content))
  }

  /// Returns the label after the info string of a fenced formula.
  private mutating func label(ofFormulaIn node: CommonMarkNode) -> Placed<String>? {
    let line = source.rangeOfLine(sourceLines(of: node).lowerBound)
    guard let word = source.firstRange(of: "math", in: line),
      let label = EquationLabel(after: word.end, in: source.utf8)
    else { return nil }
    if let name = label.name { return Placed(source[name], at: name) }
    diagnostics.append(
      Diagnostic(
        FormulaProblem.foreignLabel(source[label.range]), at: label.range, severity: .warning))
    return nil
  }

  /// Returns the text of a fenced block with the place of each line, which begins after the block's indentation.
  private func content(_ text: String, of node: CommonMarkNode) -> SourceText {
    let lines = sourceLines(of: node)
    let texts = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    var map = SourceMap()
    for (number, line) in texts.enumerated() {
      let end = source.rangeOfLine(min(lines.lowerBound + 1 + number, lines.upperBound)).end
      map.append(line.utf8.count, at: SourceRange(max(0, end - line.utf8.count), end))
      map.append(1, at: SourceRange(end, end))
    }
    return SourceText(texts.joined(separator: "\n"), at: range(of: lines), map: map)
  }

  private mutating func nestedBlocks(of node: CommonMarkNode) -> [Block] {
    for child in node.children { refuseNestedCell(child) }
    readAllowances(in: node.children)
    return node.children.compactMap { block($0) }
  }

  /// Reads the comments that silence warnings, both among blocks and in the text of each.
  private mutating func readAllowances(in blocks: [CommonMarkNode]) {
    for (block, next) in zip(blocks, blocks.dropFirst() + blocks.suffix(1)) {
      var (html, last) = (block.htmlSpans, block)
      switch block.kind {
      case .htmlBlock(let text): (html, last) = ([text], next)
      case .paragraph, .heading, .table: break
      default: continue
      }
      var place = range(of: sourceLines(of: block))
      let scope = SourceRange(place.start, range(of: sourceLines(of: last)).end)
      for text in html { allowances += AllowComment.all(in: text, source, from: &place, scope: scope) }
    }
  }

  private func range(of lines: ClosedRange<Int>) -> SourceRange {
    SourceRange(source.rangeOfLine(lines.lowerBound).start, source.rangeOfLine(lines.upperBound).end)
  }

  private mutating func refuseNestedCell(_ node: CommonMarkNode) {
    guard case .code(let info, _, isFenced: true) = node.kind, info.hasPrefix("{") else { return }
    let line = source.rangeOfLine(sourceLines(of: node).lowerBound)
    let bytes = source.utf8[line.start..<line.end]
    let brace = bytes.firstIndex(of: UInt8(ascii: "{")) ?? bytes.endIndex
    let end = bytes.lastIndex { $0 != UInt8(ascii: " ") }.map { $0 + 1 } ?? brace
    diagnostics.append(Diagnostic(SyntaxProblem.nestedCell, at: SourceRange(brace, end)))
    lostCells.append(LostCell(info: info))
    let lines = sourceLines(of: node)
    let last = source[source.rangeOfLine(lines.upperBound)].filter { !" >\t".contains($0) }
    if lines.count == 1 || last.isEmpty || !last.allSatisfy({ "`~".contains($0) }) {
      isBelowShortFence = true
    }
  }

  /// Reports cell headings that CommonMark reads as prose.
  private mutating func refuseStrayBackticks(in lines: ClosedRange<Int>) {
    for line in lines {
      guard let place = CellFence.strayBacktick(inLine: line, of: source) else { continue }
      diagnostics.append(Diagnostic(SyntaxProblem.backtickInHeading, at: place))
      let heading = source[source.rangeOfLine(line)].drop { $0 == " " || $0 == "`" }
      lostCells.append(LostCell(info: heading.filter { $0 != "`" }))
    }
  }

  private mutating func refuseShortFences(in lines: ClosedRange<Int>) {
    for line in lines {
      guard let (fence, info) = CellFence.shortFence(inLine: line, of: source) else { continue }
      diagnostics.append(Diagnostic(SyntaxProblem.shortFence(source[fence]), at: fence))
      lostCells.append(LostCell(info: info))
      isBelowShortFence = true
    }
  }

  /// Warns of a cell indented so deeply that CommonMark reads it as a listing.
  private mutating func warnOfIndentedCells(in lines: ClosedRange<Int>) {
    for line in lines {
      let range = source.rangeOfLine(line)
      let start = source.utf8[range.start..<range.end].firstIndex { !isBlank($0) }
      guard let start, let fence = CellFence(line: line, in: source, from: start), fence.opensCell(in: source)
      else { continue }
      let place = SourceRange(fence.fence.start, fence.info.end)
      // If the body is not indented as its fence is, the listing is not an example to show.
      let isTorn =
        line == lines.upperBound && line < source.lineCount
        && source[source.rangeOfLine(line + 1)].first.map { !$0.isWhitespace } ?? false
      diagnostics.append(
        Diagnostic(SyntaxProblem.indentedCell, at: place, severity: isTorn ? .error : .warning))
      if !isTorn { continue }
      lostCells.append(LostCell(info: source[fence.info]))
      isBelowShortFence = true
    }
  }

  private mutating func table(_ node: CommonMarkNode, _ alignments: [Block.Table.Alignment]) -> Block.Table {
    inlines.enterTable(sourceLines(of: node))
    let rows = node.children.map { row in
      warnOfSurplusCells(inLine: sourceLines(of: row).lowerBound, columns: alignments.count)
      let cells = row.children.map { inlines.build($0.children) }
      note(Array(cells.joined(separator: [.softBreak])), on: sourceLines(of: row))
      return cells
    }
    return Block.Table(alignments: alignments, header: rows.first ?? [], rows: Array(rows.dropFirst()))
  }

  private mutating func warnOfSurplusCells(inLine line: Int, columns: Int) {
    func isEmpty(_ cell: SourceRange) -> Bool { source[cell].allSatisfy { " \t>".contains($0) } }
    var cells = source.tableCells(inLine: line)
    if let first = cells.first, cells.count > 1, isEmpty(first) { cells.removeFirst() }
    if let last = cells.last, cells.count > 1, isEmpty(last) { cells.removeLast() }
    guard columns > 0, cells.count > columns, let last = cells.last else { return }
    let place = SourceRange(cells[columns].start, last.end)
    diagnostics.append(
      Diagnostic(SyntaxProblem.surplusCells(columns: columns), at: place, severity: .warning))
  }

  private mutating func leaf(_ node: CommonMarkNode) -> [Inline] {
    inlines.enter(sourceLines(of: node))
    return inlines.build(node.children)
  }

  /// Returns the inlines of text that is read as sentences.
  private mutating func prose(_ node: CommonMarkNode) -> [Inline] {
    let inlines = leaf(node)
    note(inlines, on: sourceLines(of: node))
    return inlines
  }

  private mutating func note(_ inlines: [Inline], on lines: ClosedRange<Int>) {
    let paragraph = Paragraph(inlines, at: range(of: lines), below: cellAbove)
    if isBelowShortFence { return }
    if paragraph.text.contains("*") {
      diagnostics += PlainEmphasis(in: paragraph.range, of: source).diagnostics
    }
    paragraphs.append(paragraph)
  }

  private func sourceLines(of node: CommonMarkNode) -> ClosedRange<Int> {
    let last = source.lineCount
    let start = min(node.lines.lowerBound + linesBefore, last)
    return start...max(start, min(node.lines.upperBound + linesBefore, last))
  }

  private func start(of line: Int) -> SourceRange {
    let range = source.rangeOfLine(min(line + linesBefore, source.lineCount))
    return SourceRange(range.start, min(range.start + 1, range.end))
  }
}
