import Diagnostics
import Options

/// The formulas and references of a notebook, in order.
struct ProseMarks {
  private(set) var list: [ProseMark] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let source: SourceFile
  private let scanner: ProseScanner
  private let holdsReferences: Bool
  /// The end of the last mark; only marks after it count.
  private var position = 0

  init(_ lines: [ProseLines], of source: SourceFile, holdsReferences: Bool) {
    self.source = source
    self.holdsReferences = holdsReferences
    scanner = ProseScanner(source.utf8)
    for lines in lines { scan(lines) }
  }

  private mutating func scan(_ lines: ProseLines) {
    let content = FormulaContent(
      source: source, isWithinBlock: !lines.isAtTop, isInTable: lines.isTable)
    if lines.isTable {
      for cell in lines.lines.flatMap(source.tableCells) where cell.start >= position {
        let scan = scanner.scan(cell)
        add(scan, content)
        warn(ofUnclosed: scan.unclosed)
      }
      return
    }
    let start = max(position, source.rangeOfLine(lines.lines.lowerBound).start)
    let end = source.rangeOfLine(lines.lines.upperBound).end
    guard start < end else { return }
    let scan = scanner.scan(SourceRange(start, end))
    add(scan, content)
    if let unclosed = scan.unclosed, !lines.isAtTop || !addFormula(across: unclosed, content) {
      warn(ofUnclosed: unclosed)
    }
  }

  private mutating func add(_ scan: ProseScanner.Scan, _ content: FormulaContent) {
    add(scan.findings, content)
    for start in scan.unclosedCommands { warn(ofUnclosed: start, by: "$") }
  }

  private mutating func warn(ofUnclosed start: Int?, by sign: String = "$$") {
    guard let start else { return }
    let place = SourceRange(start, start + sign.utf8.count)
    diagnostics.append(Diagnostic(FormulaProblem.neverClosed(by: sign), at: place, severity: .warning))
  }

  /// Adds a formula that begins a line and includes lines that Markdown reads as blocks, such as `- b` and
  /// `= c`; it continues until it is closed, or up to an empty line.
  private mutating func addFormula(across start: Int, _ content: FormulaContent) -> Bool {
    let line = source.location(of: start).line
    let begin = source.rangeOfLine(line).start
    guard source.utf8[begin..<start].allSatisfy({ $0 == UInt8(ascii: " ") }) else { return false }
    var last = line
    while last < source.lineCount {
      let range = source.rangeOfLine(last + 1)
      if source.utf8[range.start..<range.end].allSatisfy(isBlank) { return false }
      last += 1
      // Searching no further than the next dollar sign keeps the time linear.
      guard hasDollar(range) else { continue }
      let findings = scanner.scan(SourceRange(start, range.end)).findings
      if case .formula(let whole, _, true)? = findings.first, whole.start == start {
        add([findings[0]], content)
        return true
      }
      return false
    }
    return false
  }

  private func hasDollar(_ range: SourceRange) -> Bool {
    (range.start..<range.end).contains { offset in
      source.utf8[offset] == UInt8(ascii: "$")
        && (offset == range.start || source.utf8[offset - 1] != UInt8(ascii: "\\"))
    }
  }

  private mutating func add(_ findings: [ProseScanner.Finding], _ content: FormulaContent) {
    for finding in findings {
      switch finding {
      case .reference(let whole, _, _) where !holdsReferences,
        .foreignReference(let whole, _) where !holdsReferences:
        let problem = SyntaxProblem.referenceInText(source[whole])
        diagnostics.append(Diagnostic(problem, at: whole, severity: .warning))
      case .formula(let whole, let inner, let isDisplay):
        let label = label(after: whole, isDisplay: isDisplay)
        position = label?.end ?? whole.end
        list.append(
          ProseMark(
            kind: .formula(content: content.text(of: inner), isDisplay: isDisplay, label: label?.name),
            range: SourceRange(whole.start, position), isWithinBlock: content.isWithinBlock))
      case .reference(let whole, let name, let kind):
        let mention = CellMention(kind: kind, name: source[name], nameRange: name, range: whole)
        list.append(ProseMark(kind: .reference(mention), range: whole, isWithinBlock: content.isWithinBlock))
        position = whole.end
      case .foreignReference(let whole, let meant):
        let problem = SyntaxProblem.foreignReference(source[whole], meant: meant)
        diagnostics.append(Diagnostic(problem, at: whole, severity: .warning))
      case .escapedFormula(let whole, let inner, let isDisplay):
        let problem = FormulaProblem.escapedBrackets(content: source[inner], isDisplay: isDisplay)
        diagnostics.append(Diagnostic(problem, at: whole, severity: .warning))
      }
    }
  }

  /// Returns the name in the label after a formula, and the end of the label.
  private mutating func label(
    after formula: SourceRange, isDisplay: Bool
  ) -> (name: Placed<String>, end: Int)? {
    guard let label = EquationLabel(after: formula.end, in: source.utf8) else { return nil }
    if let name = label.name, isDisplay, holdsReferences {
      return (Placed(source[name], at: name), label.range.end)
    }
    let written = source[label.range]
    let problem: any Problem =
      holdsReferences ? FormulaProblem.foreignLabel(written) : SyntaxProblem.referenceInText(written)
    diagnostics.append(Diagnostic(problem, at: label.range, severity: .warning))
    return nil
  }
}
