import Diagnostics

/// A code span that stands directly behind `{value}`, found in text by CommonMark's rules for code spans.
struct ValueSpan {
  /// From the opening brace to the closing backtick.
  let range: SourceRange
  /// The expression without backticks and without the space that CommonMark strips.
  let expression: SourceRange
  /// Whether a backslash before the brace says that the text is meant literally.
  let isEscaped: Bool
}

/// The value spans of a block, to be taken in order by what they hold.
struct ValueSpans {
  private let spans: [ValueSpan]
  /// The indices of the spans that hold an expression, the last one first.
  private var indices: [[UInt8]: [Int]] = [:]
  private var position = 0

  init(_ spans: [ValueSpan], in utf8: [UInt8]) {
    self.spans = spans
    for (index, span) in spans.enumerated().reversed() {
      indices[spelling(of: utf8[span.expression.start..<span.expression.end]), default: []].append(index)
    }
  }

  /// The next span behind the one taken last that spells an expression and is not bound yet.
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

/// Tells apart expressions that are the same but for what Markdown adds within a span: line ends and their
/// indentation, markers of quotes, and the backslash before a table's bar.
private func spelling(of text: some Sequence<UInt8>) -> [UInt8] {
  text.filter {
    !ValueScanner.isSpace($0) && $0 != UInt8(ascii: "\t") && $0 != UInt8(ascii: ">")
      && $0 != UInt8(ascii: "\\")
  }
}
