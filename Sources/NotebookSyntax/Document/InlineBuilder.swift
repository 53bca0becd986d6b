import Diagnostics
import Options

/// Turns cmark-gfm's inline nodes into inlines, and code spans after `{value}` into inline values.
///
/// The tree determines what is a code span; the source determines where it is and whether a backslash escapes
/// it. A value is a span on which both agree.
struct InlineBuilder {
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var links: [NotebookLink] = []
  private(set) var pictures: [PictureFile] = []
  private(set) var equations: [Equation] = []
  /// The equations by their names.
  private var named: [String: Equation] = [:]
  private let source: SourceFile
  private let scanner: ValueScanner
  private let mask: ProseMask?
  private var spans = ValueSpans([], in: [])
  /// The starts of the spans already bound: a table and a paragraph that runs into it share their lines.
  private var bound: Set<Int> = []
  /// The rest of the block's lines, in which a mark separated from its expression is searched for.
  private var rest = SourceRange(0, 0)
  /// The block's lines, and the number of links in them by destination.
  private var scope = SourceRange(0, 0)
  private var linkCounts: [String: Int] = [:]
  /// The search for pieces of raw HTML in the block's lines.
  private var htmlPlaces = PlacesInOrder(SourceRange(0, 0))
  /// The rest of the block's lines, in which pictures are searched for.
  private var picturesRest = SourceRange(0, 0)

  /// The rest of the block's lines, in which entities that change the text's direction are searched for.
  private var entitiesRest = SourceRange(0, 0)

  init(source: SourceFile, mask: ProseMask?) {
    self.source = source
    self.mask = mask
    scanner = ValueScanner(source.utf8)
  }

  /// Begins with the inlines of a block on these lines.
  mutating func enter(_ lines: ClosedRange<Int>) {
    enterScope(range(of: lines))
    spans = ValueSpans(scan(rest), in: source.utf8)
  }

  private mutating func enterScope(_ range: SourceRange) {
    scope = range
    rest = range
    htmlPlaces = PlacesInOrder(range)
    picturesRest = range
    entitiesRest = range
    linkCounts = [:]
  }

  private mutating func scan(_ range: SourceRange) -> [ValueSpan] {
    let (spans, strays) = scanner.scan(range)
    diagnostics += strays.map(\.diagnostic)
    return spans
  }

  /// Warns of values in a block of raw HTML, which is shown as it is.
  mutating func warnOfValues(inHTML html: String, on lines: ClosedRange<Int>) {
    enterScope(range(of: lines))
    warnOfValues(inHTML: html)
  }

  private mutating func warnOfValues(inHTML html: String) {
    let mark = ValueScanner.mark + "`"
    guard !RawHTML.isComment(html) else { return }
    guard html.utf8.contains(UInt8(ascii: "`")), html.contains(mark),
      let place = source.firstRange(of: mark, in: htmlPlaces.next(of: html, in: source) ?? scope)
    else {
      let line = html.prefix { !$0.isNewline }
      let place = htmlPlaces.next(of: String(line), in: source) ?? scope
      diagnostics.append(Diagnostic(SyntaxProblem.rawHTML, at: place, severity: .warning))
      return
    }
    diagnostics.append(
      Diagnostic(SyntaxProblem.valueInHTML, at: SourceRange(place.start, place.end - 1), severity: .warning))
  }

  /// Begins with the cells of a table.
  mutating func enterTable(_ lines: ClosedRange<Int>) {
    enterScope(range(of: lines))
    var found: [ValueSpan] = []
    for cell in lines.flatMap(source.tableCells) { found += scan(cell) }
    spans = ValueSpans(found, in: source.utf8)
  }

  private func range(of lines: ClosedRange<Int>) -> SourceRange {
    SourceRange(source.rangeOfLine(lines.lowerBound).start, source.rangeOfLine(lines.upperBound).end)
  }

  mutating func build(_ nodes: [CommonMarkNode]) -> [Inline] {
    var inlines: [Inline] = []
    for node in nodes {
      switch node.kind {
      case .text(let text): append(marked: text, to: &inlines)
      case .softBreak: inlines.append(.softBreak)
      case .lineBreak: inlines.append(.lineBreak)
      case .codeSpan(let code): append(code: code, to: &inlines)
      case .htmlSpan(let html):
        warnOfValues(inHTML: html)
        inlines.append(.html(html))
      case .emphasis: inlines.append(.emphasis(build(node.children)))
      case .strong: inlines.append(.strong(build(node.children)))
      case .strikethrough: inlines.append(.strikethrough(build(node.children)))
      case .link(let destination, let title):
        note(linkTo: destination)
        inlines.append(.link(destination: destination, title: title, build(node.children)))
      case .image(let address, let title):
        note(pictureAt: address, isDescribed: !node.children.isEmpty)
        inlines.append(.image(source: address, title: title, build(node.children)))
      case .footnoteReference(let label, let occurrence):
        inlines.append(.footnote(label: label, occurrence: occurrence))
      default: break
      }
    }
    return inlines
  }

  /// Appends text in which letters may replace formulas and references.
  private mutating func append(marked text: String, to inlines: inout [Inline]) {
    warnOfEntity(in: text)
    guard let mask else { return append(text, to: &inlines) }
    for piece in mask.pieces(of: text) {
      switch piece {
      case .text(let text): append(text, to: &inlines)
      case .mark(let index): inlines.append(inline(of: mask.marks[index]))
      case .continuation: if case .softBreak = inlines.last { inlines.removeLast() }
      }
    }
  }

  /// Warns of an entity such as `&#x202E;` for a character that changes the text's direction, at most once
  /// per block.
  private mutating func warnOfEntity(in text: String) {
    guard let problem = SyntaxProblem.directionControl(in: text),
      let place = source.firstRange(of: "&", in: entitiesRest),
      !BidirectionalControl.occurs(in: String(source[scope]))
    else { return }
    entitiesRest = SourceRange(scope.end, scope.end)
    diagnostics.append(Diagnostic(problem, at: place, severity: .warning))
  }

  /// Returns a formula on lines of its own.
  ///
  /// - Parameter label: the name of the equation, if it has one.
  mutating func displayed(_ content: SourceText, label: Placed<String>?) -> Inline {
    var (formula, problem) = Formula.parse(content, isDisplay: true)
    if let problem { diagnostics.append(problem) }
    formula.equation = label.flatMap { equation($0) }
    return .formula(formula)
  }

  /// Returns the next equation, unless another one has its name.
  private mutating func equation(_ label: Placed<String>) -> Equation? {
    if let first = named[label.value] {
      let note = Diagnostic.Note("the first one is here", at: first.range)
      diagnostics.append(
        Diagnostic(FormulaProblem.repeatedLabel(label.value), at: label.range, notes: [note]))
      return nil
    }
    let equation = Equation(name: label.value, number: equations.count + 1, range: label.range)
    equations.append(equation)
    named[label.value] = equation
    return equation
  }

  private mutating func inline(of mark: ProseMark) -> Inline {
    switch mark.kind {
    case .reference(let mention): return .mention(mention)
    case .formula(let content, true, let label): return displayed(content, label: label)
    case .formula(let content, false, _):
      let (formula, problem) = Formula.parse(content, isDisplay: false)
      if let problem { diagnostics.append(problem) }
      let end = mark.range.end
      let next = end < source.utf8.count ? source.utf8[end] : nil
      if DollarText.isLikely(content.text, before: next) {
        diagnostics.append(Diagnostic(FormulaProblem.wordsInDollars, at: mark.range, severity: .warning))
      }
      return .formula(formula)
    }
  }

  /// Appends text, joined to the text before it: cmark-gfm splits text at whatever might have had a meaning.
  private func append(_ text: String, to inlines: inout [Inline]) {
    guard case .text(var whole) = inlines.last else { return inlines.append(.text(text)) }
    inlines.removeLast()
    whole += text
    inlines.append(.text(whole))
  }

  private mutating func append(code: String, to inlines: inout [Inline]) {
    guard case .text(let before) = inlines.last, before.hasSuffix(ValueScanner.mark), let range = bind(code)
    else {
      warnOfDetachedValue(before: inlines)
      inlines.append(.code(code))
      return
    }
    inlines.removeLast()
    let text = String(before.dropLast(ValueScanner.mark.count))
    if !text.isEmpty { inlines.append(.text(text)) }
    let map = SourceMap(following: code.utf8, in: range, of: source.utf8)
    inlines.append(.value(InlineValue(SourceText(code, at: range, map: map))))
  }

  /// Returns the place of a value's expression, or `nil` if the source does not mean a value.
  private mutating func bind(_ code: String) -> SourceRange? {
    guard let span = spans.next(spelling: code, notIn: bound) else { return nil }
    bound.insert(span.range.start)
    return span.isEscaped ? nil : span.expression
  }

  /// Warns of a space between `{value}` and its expression, which makes both of them ordinary text.
  private mutating func warnOfDetachedValue(before inlines: [Inline]) {
    let texts = inlines.suffix(2)
    let text: String
    switch (texts.first, texts.last) {
    case (_, .text(let last)) where last.last?.isWhitespace == true: text = last
    case (.text(let first), .softBreak): text = first
    default: return
    }
    guard text.reversed().drop(while: \.isWhitespace).starts(with: ValueScanner.mark.reversed()) else {
      return
    }
    guard let place = scanner.detachedMark(in: rest) else { return }
    rest = SourceRange(place.end, rest.end)
    diagnostics.append(Diagnostic(SyntaxProblem.detachedValue, at: place, severity: .warning))
  }

  private mutating func note(linkTo destination: String) {
    if !LinkScheme.isAllowed(destination) || LinkScheme.isHostWithPort(destination) {
      let place = (destination.isEmpty ? nil : source.firstRange(of: destination, in: scope)) ?? scope
      diagnostics.append(Diagnostic(SyntaxProblem.lostLink(destination), at: place, severity: .warning))
    }
    let count = linkCounts[destination, default: 0]
    guard let link = NotebookLink(destination, in: scope, precedingCount: count) else { return }
    linkCounts[destination] = count + 1
    links.append(link)
  }

  private mutating func note(pictureAt address: String, isDescribed: Bool) {
    let start = source.firstRange(of: "![", in: picturesRest) ?? picturesRest
    picturesRest = SourceRange(min(start.end, picturesRest.end), picturesRest.end)
    if !isDescribed {
      diagnostics.append(Diagnostic(SyntaxProblem.undescribedPicture, at: start, severity: .warning))
    }
    if EmbeddedPicture.isOne(address) { return }
    let nearby = SourceRange(picturesRest.start, min(picturesRest.start + 2000, picturesRest.end))
    let place = (address.isEmpty ? nil : source.firstRange(of: address, in: nearby)) ?? start
    if PictureFile.isOne(address) {
      pictures.append(PictureFile(address: address, range: place))
    } else {
      diagnostics.append(Diagnostic(SyntaxProblem.foreignPicture, at: place))
    }
  }
}
