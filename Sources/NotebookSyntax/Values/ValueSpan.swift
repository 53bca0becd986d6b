import Diagnostics

/// A code span directly after `{value}`, found by CommonMark's rules for code spans.
struct ValueSpan {
  /// The range from the opening brace to the closing backtick.
  let range: SourceRange
  /// The expression without backticks and without the space that CommonMark strips.
  let expression: SourceRange
  /// True if a backslash before the brace makes the text literal.
  let isEscaped: Bool
}

/// The value spans of a block, to be retrieved in order by their expressions.
struct ValueSpans {
  private let spans: [ValueSpan]
  /// The indices of the spans with each expression, last one first.
  private var indices: [[UInt8]: [Int]] = [:]
  private var position = 0

  init(_ spans: [ValueSpan], in utf8: [UInt8]) {
    self.spans = spans
    for (index, span) in spans.enumerated().reversed() {
      indices[spelling(of: utf8[span.expression.start..<span.expression.end]), default: []].append(index)
    }
  }

  /// Returns the next span after the last one returned that spells an expression and is not bound yet.
  mutating func next(spelling expression: String, notIn bound: Set<Int>) -> ValueSpan? {
    let key = spelling(of: expression.utf8)
    while let index = indices[key]?.popLast() {
      guard index >= position, !bound.contains(spans[index].range.start) else { continue }
      position = index + 1
      return spans[index]
    }
    return nil
  }
}

/// Returns the bytes that identify an expression, without those that Markdown may add within a span: line
/// endings and their indentation, quote markers, and the backslash before a table's bar.
private func spelling(of text: some Sequence<UInt8>) -> [UInt8] {
  text.filter {
    !ValueScanner.isSpace($0) && $0 != UInt8(ascii: "\t") && $0 != UInt8(ascii: ">")
      && $0 != UInt8(ascii: "\\")
  }
}
