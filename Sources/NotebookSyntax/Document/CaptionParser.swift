import Diagnostics

/// A parsed caption: a line of prose without references.
package struct Caption: Sendable {
  package let inlines: [Inline]
  /// The links to notebooks and headings.
  package let links: [NotebookLink]
  package let pictures: [PictureFile]
  package let diagnostics: [Diagnostic]
}

/// A parser for the captions of one notebook, which are Markdown with formulas and inline values.
package struct CaptionParser: Sendable {
  /// The Markdown around a caption's text. It makes a heading, the only block that is one line of any text.
  private static let frame = (before: "# ", after: " #")

  private var prose = TangledProse()

  package init() {}

  package mutating func parse(_ text: SourceText) -> Caption {
    let line = String(decoding: text.text.utf8.map(Self.withoutLineEnd), as: UTF8.self)
    let source = SourceFile(path: "", text: Self.frame.before + line + Self.frame.after)
    guard prose.line(in: source) == nil else {
      return Caption(
        inlines: [.text(text.text)], links: [], pictures: [],
        diagnostics: [Diagnostic(SyntaxProblem.tangledProse, at: text.range)])
    }
    let marked = MarkedTree(source, holdsReferences: false)
    var builder = InlineBuilder(source: source, mask: marked.mask)
    builder.enter(1...1)
    let inlines = builder.build(marked.tree.root.children.flatMap(\.children))
    let paragraph = Paragraph(inlines, at: source.rangeOfLine(1), below: nil)
    let depth = marked.tree.linesTooDeep.prefix(1).map { _ in
      Diagnostic(SyntaxProblem.tooDeep(limit: CommonMarkTree.deepestNesting), at: paragraph.range)
    }
    let emphasis =
      paragraph.text.contains("*") ? PlainEmphasis(in: paragraph.range, of: source).diagnostics : []
    let found =
      marked.diagnostics + depth + builder.diagnostics + paragraph.captionLeftovers(in: source) + emphasis
    return Caption(
      inlines: inlines.mapValues { .value(InlineValue(text.part(Self.part($0.range, of: text)))) },
      links: builder.links.compactMap {
        NotebookLink($0.destination, in: text.range, precedingCount: $0.precedingCount)
      },
      pictures: builder.pictures.map {
        PictureFile(address: $0.address, range: text.range(of: Self.part($0.range, of: text)))
      },
      diagnostics: found.map { $0.moved { text.range(of: Self.part($0, of: text)) } })
  }

  /// Returns the part of a caption at a range of its heading.
  private static func part(_ range: SourceRange, of text: SourceText) -> Range<Int> {
    let count = text.text.utf8.count
    let start = min(max(range.start - frame.before.utf8.count, 0), count)
    return start..<min(max(range.end - frame.before.utf8.count, start), count)
  }

  private static func withoutLineEnd(_ byte: UInt8) -> UInt8 {
    ProseMask.endsLine(byte) ? UInt8(ascii: " ") : byte
  }
}
