import Diagnostics
import Options

/// Reads one cell from the lines of its fenced block.
struct CellParser {
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var lostCells: [LostCell] = []
  private let source: SourceFile
  private let fence: CellFence
  private let lines: ClosedRange<Int>

  /// - Parameter lines: the lines from the opening fence to the closing one, or to the end of the file.
  init(source: SourceFile, fence: CellFence, lines: ClosedRange<Int>) {
    self.source = source
    self.fence = fence
    self.lines = lines
  }

  /// Returns the cell, or `nil` for a listing; a block that fails to be a cell is reported and is a listing.
  mutating func parse() -> Cell? {
    let isClosed = lines.count > 1 && fence.isClosed(byLine: lines.upperBound, in: source)
    let bodyLines = (lines.lowerBound + 1)..<max(lines.lowerBound + 1, lines.upperBound + (isClosed ? 0 : 1))
    let isCell = fence.opensCell(in: source)
    let isWhole = checkClosing(isCell: isCell, isClosed: isClosed, bodyLines)
    guard isCell else { return nil }
    guard let heading = CellHeading.parse(fence.info, in: source, reporting: &diagnostics) else {
      lostCells.append(LostCell(info: source[fence.info]))
      return nil
    }
    if heading.isCrowded {
      lostCells += heading.words.map { LostCell(directive: heading.directive.value, name: $0) }
    }
    let text = EmbeddedText(bodyLines, of: source, indentation: fence.indentation)
    let body = isWhole ? body(text, of: heading.directive.value) : nil
    if let lost = LostComment.option(in: bodyLines, of: source, indentation: fence.indentation) {
      diagnostics.append(lost)
    }
    diagnostics += body.map { LostComment.diagnostics(after: $0, in: source) } ?? []
    return Cell(
      directive: heading.directive, name: heading.name,
      body: body ?? OptionValue(.mapping([]), at: fence.info), bodyText: text.text,
      range: SourceRange(fence.fence.start, source.rangeOfLine(lines.upperBound).end),
      isWellFormed: body != nil)
  }

  private mutating func body(_ text: EmbeddedText, of directive: String) -> OptionValue? {
    let (value, problems) = YAMLReader.read(text, in: source)
    diagnostics += problems
    guard let value else { return nil }
    switch value.content {
    case .mapping, .list: return value
    case .null: return OptionValue(.mapping([]), at: fence.info)
    default:
      diagnostics.append(
        YAMLColon.fault(in: value.range, of: source)
          ?? Diagnostic(SyntaxProblem.bodyIsScalar(directive: directive), at: value.range))
      return nil
    }
  }

  /// Reports a fence that is never closed, or that seems to be closed by the fence of a later cell.
  private mutating func checkClosing(isCell: Bool, isClosed: Bool, _ bodyLines: Range<Int>) -> Bool {
    let swallowed = bodyLines.filter { fence.isCutOff(byLine: $0, in: source) }
      .compactMap { CellFence(line: $0, in: source) }
    guard !swallowed.isEmpty || !isClosed else { return true }
    lostCells += swallowed.map { LostCell(info: source[$0.info]) }
    let notes = swallowed.prefix(1).map { other in
      Diagnostic.Note("this cell would be part of it", at: SourceRange(other.fence.start, other.info.end))
    }
    diagnostics.append(
      Diagnostic(
        isCell ? SyntaxProblem.unclosedCell : .unclosedListing,
        at: SourceRange(fence.fence.start, max(fence.fence.end, fence.info.end)),
        severity: isCell ? .error : .warning, notes: notes))
    return false
  }
}
